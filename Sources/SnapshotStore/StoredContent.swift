internal import MemorySections

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What of a section has no table of its own: all of a small one, of a large one what is not rows.
///
/// Kept as JSON. Of the tasks of sysdiagnose's log only those are kept that write a section.
enum StoredContent {
  case zprint(ZprintHead)
  case footprint(FootprintHead)
  case kextstat(KextstatHead)
  case tasks([CollectionTask])
  case whole(any MemorySection)

  /// zprint without its rows.
  struct ZprintHead: Codable {
    let generation: ZprintGeneration
    let zonesRow: Quantity?
    let printedTotal: WiredTotal?
    let totals: PrintedZoneTotals
  }

  /// footprint without its processes.
  struct FootprintHead: Codable {
    let summary: Quantity?
    let summaryLine: Int?
    let system: [String: Quantity]
    let countsByObject: Bool
    let messages: [String]
  }

  /// kextstat without its rows.
  struct KextstatHead: Codable {
    let generation: String
  }

  init(_ content: any MemorySection) {
    switch content {
    case let zprint as Zprint:
      self = .zprint(
        ZprintHead(
          generation: zprint.generation, zonesRow: zprint.zonesRow,
          printedTotal: zprint.printedTotal, totals: zprint.totals))
    case let footprint as Footprint:
      self = .footprint(
        FootprintHead(
          summary: footprint.summary?.footprint, summaryLine: footprint.summary?.line,
          system: footprint.system, countsByObject: footprint.countsByObject,
          messages: footprint.messages))
    case let kextstat as Kextstat:
      self = .kextstat(KextstatHead(generation: kextstat.generation))
    case let log as CollectionLog: self = .tasks(Self.writingSections(log.tasks))
    case let summary as TaskSummary: self = .tasks(Self.writingSections(summary.tasks))
    default: self = .whole(content)
    }
  }

  private static func writingSections(_ tasks: [CollectionTask]) -> [CollectionTask] {
    tasks.filter { task in SectionKind.allCases.contains { task.writes($0) } }
  }
}

extension StoredContent {
  /// The JSON, the same for the same content.
  ///
  /// No quantity repeats the member's `path`.
  func json(_ path: SourcePath) throws -> String {
    func text(_ envelope: some Encodable) throws -> String {
      let encoder = JSONEncoder()
      encoder.userInfo = path.userInfo
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(envelope), as: UTF8.self)
    }
    func text<Content: MemorySection>(whole content: Content) throws -> String {
      try text(Envelope(word: Content.descriptor.kind.rawValue, content: content))
    }
    return switch self {
    case .zprint(let head): try text(Envelope(word: "zprint", content: head))
    case .footprint(let head): try text(Envelope(word: "footprint", content: head))
    case .kextstat(let head): try text(Envelope(word: "kextstat", content: head))
    case .tasks(let tasks): try text(Envelope(word: "tasks", content: tasks))
    case .whole(let content): try text(whole: content)
    }
  }

  init(json: String, kind: SectionKind, _ path: SourcePath) throws {
    let decoder = JSONDecoder()
    decoder.userInfo = path.userInfo
    func content<Content: Codable>(as _: Content.Type) throws -> Content {
      try decoder.decode(Envelope<Content>.self, from: Data(json.utf8)).content
    }
    func whole<Content: MemorySection>(_: Content.Type) throws -> any MemorySection {
      try content(as: Content.self)
    }
    switch kind {
    case .zprint: self = .zprint(try content(as: ZprintHead.self))
    case .footprint: self = .footprint(try content(as: FootprintHead.self))
    case .kextstat: self = .kextstat(try content(as: KextstatHead.self))
    case .collectionLog, .taskSummary: self = .tasks(try content(as: [CollectionTask].self))
    default: self = .whole(try whole(kind.section))
    }
  }
}

/// `{"vmStat":{"_0":{…}}}`: the form of all stores since the first.
private struct Envelope<Content: Codable>: Codable {
  let word: String
  let content: Content

  private struct Word: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private enum Inner: String, CodingKey {
    case content = "_0"
  }

  init(word: String, content: Content) {
    self.word = word
    self.content = content
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Word.self)
    guard let key = values.allKeys.first else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "the content of a section is empty")
      )
    }
    word = key.stringValue
    let inner = try values.nestedContainer(keyedBy: Inner.self, forKey: key)
    // Older stores keep kextstat's as `{"kextstat":{"generation":"K5"}}`.
    content =
      inner.contains(.content)
      ? try inner.decode(Content.self, forKey: .content)
      : try values.decode(Content.self, forKey: key)
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Word.self)
    var inner = values.nestedContainer(keyedBy: Inner.self, forKey: Word(stringValue: word))
    try inner.encode(content, forKey: .content)
  }
}
