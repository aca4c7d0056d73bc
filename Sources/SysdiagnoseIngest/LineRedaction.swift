internal import Redaction
internal import MemorySections

/// Redacts the lines of one member.
struct LineRedaction {
  /// The replacement for a line that is too long to be searched.
  static let overlong = Array("(a line of 1 MiB or more is left out)".utf8)

  private let redactor: Redactor
  private let isJSON: Bool
  private let keepsColumns: Bool

  /// Creates the redaction of a member.
  ///
  /// - Parameters:
  ///   - redactor: knows the names in the archive.
  ///   - kind: the member's section.
  ///   - path: the member's path.
  init(_ redactor: Redactor, kind: SectionKind, member path: String) {
    self.redactor = redactor
    isJSON =
      path.hasSuffix(".ips") || path.hasSuffix(".ips.synced") || path.hasSuffix(".ips.ca.synced")
    keepsColumns = kind.descriptor.keepsColumns
  }

  /// The line without secrets; nil when it has none.
  func rewrite(_ line: Span<UInt8>) -> [UInt8]? {
    let bytes = line.withUnsafeBufferPointer(Array.init)
    guard isJSON else { return redactor.redact(bytes, keepsColumns: keepsColumns) }
    return RedactedJSON.rewrite(bytes, isOurs: false) { redactor.redact($0) }
  }

  /// The line as written to the output.
  func written(_ line: Span<UInt8>) -> [UInt8] {
    guard line.count < MemberLines.maximumLineLength else { return Self.overlong }
    return rewrite(line) ?? line.withUnsafeBufferPointer(Array.init)
  }
}
