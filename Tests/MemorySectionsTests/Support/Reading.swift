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

/// Reads a text written in a test; its last line gets an end where it has none, unless it is cut.
func read(
  _ text: String, as kind: SectionKind, chunk: Int = 1 << 16, isWhole: Bool = true
) throws -> Section {
  let end = isWhole && !text.isEmpty && !text.hasSuffix("\n") ? "\n" : ""
  return try read(Data((text + end).utf8), as: kind, chunk: chunk, isWhole: isWhole)
}

/// What a section says, when it says what was asked for.
extension Section {
  var zprint: Zprint? { if case .zprint(let it) = content { it } else { nil } }
  var footprint: Footprint? { if case .footprint(let it) = content { it } else { nil } }
  var kextstat: Kextstat? { if case .kextstat(let it) = content { it } else { nil } }
  var vmStat: VMStat? { if case .vmStat(let it) = content { it } else { nil } }
  var sysctl: Sysctl? { if case .sysctl(let it) = content { it } else { nil } }
  var tasks: [CollectionTask]? { if case .tasks(let it) = content { it } else { nil } }
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

/// Where the package lies.
let packageRoot = URL(filePath: #filePath).appending(path: "../../../..").standardized

/// The lines of a text, without their ends.
func lines(of text: String) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
