import AllocationBalance
import Foundation
import MemorySections
import SysdiagnoseArchive

/// The archives that the project ships, read into snapshots.
enum TestArchives {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let folder = root + "/TestArchives"

  /// Every archive, those of the series too, by its path below the folder.
  static let all: [String] = {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".tar.gz") }.sorted()
  }()

  /// An archive as the program reads it.
  static func snapshot(_ name: String) throws -> Snapshot {
    try snapshots[name]?.get() ?? read(name)
  }

  /// All archives, each read once.
  private static let snapshots = Dictionary(
    uniqueKeysWithValues: all.map { name in (name, Result { try read(name) }) })

  private static func read(_ name: String) throws -> Snapshot {
    let path = "\(folder)/\(name)"
    let sections = Sections()
    let scan = try ArchiveReader(try ArchiveInput(path: path)).read { member in
      guard member.kind == .file, let kind = SectionCatalog.kind(ofMember: member.path) else {
        return .skip
      }
      let reader = SectionCatalog.reader(for: kind, member: member.path)
      return .read(Sink(reader: reader) { sections.all.append($0) })
    }
    return Snapshot(
      archive: archive(path, scan), scan: summary(scan), sections: sections.all)
  }

  private final class Sections {
    var all: [Section] = []
  }

  private final class Sink: MemberSink {
    let reader: any SectionReading
    let keep: (Section) -> Void

    init(reader: any SectionReading, keep: @escaping (Section) -> Void) {
      self.reader = reader
      self.keep = keep
    }

    func receive(_ bytes: RawSpan) -> MemberDemand {
      reader.read(bytes)
      return .more
    }

    func end(isWhole: Bool) { keep(reader.finish(isWhole: isWhole)) }
  }

  private static func archive(_ path: String, _ scan: ArchiveScan) -> CapturedArchive {
    var archive = CapturedArchive(path: path)
    archive.name = scan.identity?.name ?? scan.topFolder
    archive.compressedBytes = scan.compressedBytes
    archive.capturedAt = scan.identity?.capturedAt?.rfc3339
    archive.capturedSeconds = scan.identity?.capturedAt?.secondsSince1970
    archive.platform = scan.identity?.platform
    archive.model = scan.identity?.model
    archive.build = scan.identity?.build
    return archive
  }

  private static func summary(_ scan: ArchiveScan) -> ScanSummary {
    ScanSummary(
      outcome: ScanSummary.Outcome(rawValue: "\(scan.outcome)") ?? .complete,
      compressedBytesRead: scan.compressedBytesRead,
      uncompressedBytesRead: scan.uncompressedBytesRead, membersSeen: scan.membersSeen,
      problems: scan.problems.map {
        ScanSummary.Problem(code: $0.code.rawValue, message: $0.message, member: $0.member)
      })
  }
}

/// A folder that vanishes with the test that made it.
final class Scratch: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("store-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a name in the folder.
  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// The names in the folder, sorted.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}
