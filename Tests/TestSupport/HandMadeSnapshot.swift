import AllocationBalance
import MemoryAnalysis
import Foundation
import MemorySections

/// A machine described as far as a test needs, in the format of Apple's tools.
struct HandMadeSnapshot {
  var model = "Mac16,5"
  var platform: String?
  var build: String?
  var installedGiB = 36
  var bootTime = 1_773_302_400
  var capturedSeconds: Int?
  var outcome = ScanSummary.Outcome.complete
  var problems: [ScanSummary.Problem] = []
  var membersSeen = 0
  /// More lines of `sysctl.txt`.
  var sysctl: [String] = []
  /// Texts of members by name; a truncated member ends with `cutMark`.
  var members: [String: String] = [:]

  static let cutMark = "<cut>"

  /// Reads the texts as the program does.
  func snapshot() throws -> Snapshot {
    var archive = CapturedArchive(path: "hand-made")
    archive.model = model
    archive.platform = platform
    archive.build = build
    archive.capturedSeconds = capturedSeconds
    var all = members
    let lines = [
      "hw.memsize: \(installedGiB << 30)", "hw.model: \(model)",
      "kern.boottime: { sec = \(bootTime), usec = 0 } Thu Mar 12 09:00:00 2026",
      "kern.hostname: hand-made",
    ]
    all["sysctl.txt"] = (lines + sysctl).map { $0 + "\n" }.joined()
    let sections = try all.sorted { $0.key < $1.key }.flatMap { name, text in
      try Self.sections(name, Data(text.utf8))
    }
    let scan = ScanSummary(outcome: outcome, membersSeen: membersSeen, problems: problems)
    return Snapshot(archive: archive, scan: scan, sections: sections)
  }

  /// The report, judged by the shipped rules or others.
  func report(_ rules: RuleSet = .shipped) throws -> Report {
    Report(try snapshot(), rules: rules)
  }

  /// The snapshot of a shipped archive, from its source texts.
  static func shipped(_ name: String) throws -> Snapshot {
    let texts = TestArchive(name: name)
    var archive = CapturedArchive(path: name)
    archive.capturedSeconds = name.hasSuffix("leak") ? 21_600 : 0
    let files = try texts.members().filter { !$0.contains("/") }
    let sections = try files.filter { SectionCatalog.kind(ofMember: $0) != nil }.flatMap { file in
      try Self.sections(file, try texts.text(file))
    }
    return Snapshot(archive: archive, scan: ScanSummary(outcome: .complete), sections: sections)
  }

  /// A member's sections; those beside the first only where the member holds them.
  private static func sections(_ name: String, _ data: Data) throws -> [Section] {
    let kinds = SectionCatalog.kinds(readWith: try requireKind(name))
    return kinds.map { section($0, name, data) }.enumerated()
      .filter { $0 == 0 || $1.content != nil }.map(\.element)
  }

  private static func section(_ kind: SectionKind, _ name: String, _ data: Data) -> Section {
    let reader = SectionCatalog.reader(for: kind, member: "top/\(name)")
    let mark = Data(cutMark.utf8)
    let isWhole = !(data.suffix(mark.count) == mark)
    let bytes = isWhole ? data : data.dropLast(mark.count)
    Array(bytes).withUnsafeBytes { reader.read($0.bytes) }
    return reader.finish(isWhole: isWhole)
  }

  private static func requireKind(_ name: String) throws -> SectionKind {
    guard let kind = SectionCatalog.kind(ofMember: name) else { throw NoSection(name: name) }
    return kind
  }

  struct NoSection: Error { let name: String }
}
