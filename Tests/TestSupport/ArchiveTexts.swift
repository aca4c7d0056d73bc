import AllocationBalance
import MemoryAnalysis
import Foundation
import MemorySections
import Testing

/// The source texts of one of the project's archives.
struct ArchiveTexts: Sendable, CustomTestStringConvertible {
  let name: String
  var testDescription: String { name }

  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("TestArchives")

  /// Every folder of texts.
  static let all: [ArchiveTexts] = {
    let path = folder.appendingPathComponent("texts").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { !$0.hasPrefix("series-") }.sorted().map(ArchiveTexts.init)
  }()

  /// The texts of the archives with a wired table.
  static let withWiredTable = all.filter { (try? $0.truth().wiredTotal) != nil }

  /// The report of the texts, read as if from an intact archive.
  func report() throws -> Report {
    let root = Self.folder.appendingPathComponent("texts/\(name)")
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
    let sections = try names.compactMap { member -> Section? in
      guard let kind = SectionCatalog.kind(ofMember: member) else { return nil }
      let reader = SectionCatalog.reader(for: kind, member: member)
      let bytes = [UInt8](try Data(contentsOf: root.appendingPathComponent(member)))
      bytes.withUnsafeBytes { reader.read($0.bytes) }
      return reader.finish(isWhole: true)
    }
    return Report(
      Snapshot(
        archive: CapturedArchive(path: name), scan: ScanSummary(outcome: .complete),
        sections: sections))
  }

  /// The model's facts about the machine.
  func truth() throws -> Truth {
    let url = Self.folder.appendingPathComponent("truth/\(name).json")
    return try JSONDecoder().decode(Truth.self, from: Data(contentsOf: url))
  }

  /// The expected figures of the balance.
  struct Truth: Decodable {
    let balance: Balance
    let installedBytes: Int?
    let pageSize: Int
    let kextImageBytes: KextImages?
    let mlock: Size?
    let wiredTotal: Size?
    let wired: [Wired]?
    let zonesRow: Size?
    let zoneBytes: Size?
    let isRedacted: Bool?
    let vmStat: VMStat?

    struct Balance: Decodable {
      let kernel: Figure?
      let user: Figure?
    }

    struct Figure: Decodable {
      let printedBytes: Int
      let source: String
      let isLowerBound: Bool?
      let toleranceBytes: Int?
    }

    struct KextImages: Decodable {
      let withoutKpi: Int
    }

    struct Size: Decodable {
      let printedBytes: Int
    }

    struct Wired: Decodable {
      let name: String
      let kind: String
      let printedBytes: Int
    }

    struct VMStat: Decodable {
      let pages: [String: Int]
    }
  }
}
