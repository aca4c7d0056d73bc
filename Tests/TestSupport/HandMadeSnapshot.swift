import AllocationBalance
import MemoryAnalysis
import Foundation
import MemorySections

/// A machine described as far as a test needs, in the format of Apple's tools.
struct HandMadeSnapshot {
  var model = "Mac16,5"
  var installedGiB = 36
  var bootTime = 1_773_302_400
  var capturedSeconds: Int?
  var outcome = ScanSummary.Outcome.complete
  var problems: [ScanSummary.Problem] = []
  /// Texts of members by name; a truncated member ends with `cutMark`.
  var members: [String: String] = [:]

  static let cutMark = "<cut>"

  /// Reads the texts as the program does.
  func snapshot() throws -> Snapshot {
    var archive = CapturedArchive(path: "hand-made")
    archive.model = model
    archive.capturedSeconds = capturedSeconds
    var all = members
    all["sysctl.txt"] = """
      hw.memsize: \(installedGiB << 30)
      hw.model: \(model)
      kern.boottime: { sec = \(bootTime), usec = 0 } Thu Mar 12 09:00:00 2026
      kern.hostname: hand-made
      """
    let sections = try all.sorted { $0.key < $1.key }.map { name, text in
      try Self.section(name, Data(text.utf8))
    }
    return Snapshot(
      archive: archive, scan: ScanSummary(outcome: outcome, problems: problems),
      sections: sections)
  }

  /// The report, judged by the shipped rules or others.
  func report(_ rules: RuleSet = .shipped) throws -> Report {
    Report(try snapshot(), rules: rules)
  }

  /// The snapshot of a shipped archive, from its source texts.
  static func shipped(_ name: String) throws -> Snapshot {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../TestArchives/texts/\(name)").standardized
    var archive = CapturedArchive(path: name)
    archive.capturedSeconds = name.hasSuffix("leak") ? 21_600 : 0
    let files = try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
    let sections = try files.filter { SectionCatalog.kind(ofMember: $0) != nil }.map { file in
      try section(file, try Data(contentsOf: root.appending(path: file)))
    }
    return Snapshot(archive: archive, scan: ScanSummary(outcome: .complete), sections: sections)
  }

  private static func section(_ name: String, _ data: Data) throws -> Section {
    let kind = try requireKind(name)
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
