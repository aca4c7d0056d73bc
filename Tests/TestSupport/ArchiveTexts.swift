import AllocationBalance
import MemoryAnalysis
import Foundation
import MemorySections
import Testing

/// An archive's texts, read without the archive.
struct ArchiveTexts: Sendable, CustomTestStringConvertible {
  let archive: TestArchive
  var name: String { archive.name }
  var testDescription: String { name }

  init(_ archive: TestArchive) {
    self.archive = archive
  }

  /// Every folder of texts, except those of the series.
  static let all: [ArchiveTexts] = {
    let folder = TestArchive.folder + "/texts"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix("series-") }.sorted()
      .map { ArchiveTexts(TestArchive(name: $0)) }
  }()

  /// The texts of the archives with a wired table.
  static let withWiredTable = all.filter { (try? $0.truth().wiredTotal) != nil }

  /// What the model says of the machine.
  func truth() throws -> Truth { try archive.truth() }

  /// The report of the texts, read as if from an intact archive.
  func report() throws -> Report {
    let sections = try archive.members().compactMap { member -> Section? in
      guard let kind = SectionCatalog.kind(ofMember: member) else { return nil }
      let reader = SectionCatalog.reader(for: kind, member: member)
      [UInt8](try archive.text(member)).withUnsafeBytes { reader.read($0.bytes) }
      return reader.finish(isWhole: true)
    }
    return Report(
      Snapshot(
        archive: CapturedArchive(path: name), scan: ScanSummary(outcome: .complete),
        sections: sections))
  }
}
