internal import MemorySections
internal import Platform

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What a section says, as JSON: the section itself, or the head of one that has tables.
///
/// `{"freePages":1024,…}`.
///
/// No quantity repeats the path of the member.
struct SectionContent {
  private let path: SourcePath

  /// The content of a member.
  init(of member: String) {
    path = SourcePath(member)
  }

  /// The JSON of a whole section, the same for the same content.
  func json(_ section: some MemorySection) throws -> [UInt8] { try text(section) }

  /// The JSON of what is not in rows, the same for the same content.
  func json(head section: some TabledSection) throws -> [UInt8] { try text(section.head) }

  private func text(_ value: some Encodable) throws -> [UInt8] {
    try JSONTextEncoder.line(of: value, shared: path)
  }

  /// The section that a JSON is of.
  ///
  /// - Parameters:
  ///   - json: what `json(_:)` made.
  ///   - kind: the kind of the section.
  ///   - rows: the section's rows, where it has tables; nil for a section without them.
  /// - Returns: the section.
  /// - Throws: what the decoder throws, and what SQLite throws.
  func section(_ json: [UInt8], _ kind: SectionKind, _ rows: SectionRows?) throws
    -> any MemorySection
  {
    if let type = kind.section as? any TabledSection.Type { return try tabled(type, json, rows) }
    return try value(kind.section, json)
  }

  private func tabled<Content: TabledSection>(
    _: Content.Type, _ json: [UInt8], _ rows: SectionRows?
  ) throws -> any MemorySection {
    try Content(try value(Content.Head.self, json), rows)
  }

  private func value<Value: Decodable>(_: Value.Type, _ json: [UInt8]) throws -> Value {
    let decoder = JSONDecoder()
    decoder.userInfo = path.userInfo
    return try decoder.decode(Value.self, from: Data(json))
  }
}
