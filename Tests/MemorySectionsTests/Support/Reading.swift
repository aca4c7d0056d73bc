import Foundation
import MemorySections
import Testing

/// Reads a member's text, in chunks of `chunk` bytes.
func read(
  _ data: Data, as kind: SectionKind, chunk: Int = 1 << 16, isWhole: Bool = true
) throws -> Section {
  let reader = SectionCatalog.reader(for: kind, member: "test/\(kind.rawValue)")
  var start = 0
  while start < data.count {
    let end = min(start + chunk, data.count)
    data.subdata(in: start..<end).withUnsafeBytes { reader.read($0.bytes) }
    start = end
  }
  return reader.finish(isWhole: isWhole)
}

extension Quantity {
  /// A size in a line of a text that a test reads as `kind`.
  init(bytes: Int, tolerance: Int = 0, line: Int, of kind: SectionKind) {
    self.init(
      bytes: bytes, tolerance: tolerance,
      source: Source(member: "test/\(kind.rawValue)", line: line))
  }
}

/// Parses a text written in a test; adds a missing last line end unless the text is cut.
func read(
  _ text: String, as kind: SectionKind, chunk: Int = 1 << 16, isWhole: Bool = true
) throws -> Section {
  let end = isWhole && !text.isEmpty && !text.hasSuffix("\n") ? "\n" : ""
  return try read(Data((text + end).utf8), as: kind, chunk: chunk, isWhole: isWhole)
}

/// The content of a section, if it has the requested type.
extension Section {
  var zprint: Zprint? { content as? Zprint }
  var footprint: Footprint? { content as? Footprint }
  var kextstat: Kextstat? { content as? Kextstat }
  var vmStat: VMStat? { content as? VMStat }
  var sysctl: Sysctl? { content as? Sysctl }
  var tasks: [CollectionTask]? {
    (content as? CollectionLog)?.tasks ?? (content as? TaskSummary)?.tasks
  }
}

func zprint(of text: String) throws -> Zprint {
  try #require(try read(text, as: .zprint).zprint)
}

func footprint(of text: String) throws -> Footprint {
  try #require(try read(text, as: .footprint).footprint)
}

func kextstat(of text: String) throws -> Kextstat {
  try #require(try read(text, as: .kextstat).kextstat)
}

func vmStat(of text: String) throws -> VMStat {
  try #require(try read(text, as: .vmStat).vmStat)
}

/// The lines of a text, without their ends.
func lines(of text: String) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
