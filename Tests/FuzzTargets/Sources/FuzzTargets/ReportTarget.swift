import AllocationBalance
import MemoryAnalysis
import Foundation
import MemorySections
import ReportRendering
@testable import SysdiagnoseArchive

/// From bytes to the whole report, as text and as JSON.
///
/// An input that begins with `@@@ ` is texts, each below a line with its member's name; any other is
/// an archive.
enum ReportTarget {
  static let sample = """
    @@@ zprint.txt
                                elem    cur      max        cur         max         cur  alloc  alloc
    zone name                   size    size     size      #elts       #elts       inuse  size  count
    -------------------------------------------------------------------------------------------------
    vm.objects                   248   8512K   12974K       35146       53571       31934    8K     33  C
    kalloc.1024                 1024   3000K    4000K        3000        4000        2900    4K      4  C
    @@@ sysctl.txt
    hw.memsize: 17179869184
    hw.model: MacBookPro18,3

    """

  private static let base = snapshot(ofTexts: sample)

  static func run(_ bytes: UnsafeRawBufferPointer) {
    let snapshot = bytes.starts(with: "@@@ ".utf8) ? snapshot(ofTexts: bytes) : archived(bytes)
    guard let snapshot else { return }
    check(Report(snapshot))
    check(Comparison(base, snapshot))
    let same = Comparison(snapshot, snapshot)
    let changes = same.components + same.zones + same.wired + same.kexts + same.processes
    require(changes.allSatisfy { $0.delta.bytes == 0 }, "a snapshot differs from itself")
  }

  static func snapshot(ofTexts text: String) -> Snapshot {
    var text = text
    return text.withUTF8 { snapshot(ofTexts: UnsafeRawBufferPointer($0)) }
  }

  static func snapshot(ofTexts bytes: UnsafeRawBufferPointer) -> Snapshot {
    var sections: [Section] = []
    var current: (any SectionReading)?
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: "@@@ ".utf8) {
        if let current { sections.append(current.finish(isWhole: true)) }
        let member = String(decoding: line.dropFirst(4), as: UTF8.self)
        current = SectionCatalog.kind(ofMember: member).map {
          SectionCatalog.reader(for: $0, member: member)
        }
      } else {
        current?.read(UnsafeRawBufferPointer(rebasing: line).bytes)
        current?.read([UInt8(0x0A)].span.bytes)
      }
    }
    if let current { sections.append(current.finish(isWhole: true)) }
    return Snapshot(
      archive: CapturedArchive(path: "texts"), scan: ScanSummary(outcome: .complete),
      sections: sections)
  }

  private static func archived(_ bytes: UnsafeRawBufferPointer) -> Snapshot? {
    let collector = Collector()
    let reader = ArchiveReader(
      .standardInput, limits: StreamTarget.limits, engine: .standard, readsAhead: false,
      standardInputDescriptor: ScratchFile.shared.fill(bytes))
    guard let scan = try? reader.read(collector.choose) else { return nil }
    var archive = CapturedArchive(path: "-")
    archive.name = scan.identity?.name ?? scan.topFolder
    archive.capturedAt = scan.identity?.capturedAt?.rfc3339
    archive.model = scan.identity?.model
    return Snapshot(
      archive: archive,
      scan: ScanSummary(
        outcome: ScanSummary.Outcome(rawValue: scan.outcome.rawValue) ?? .corrupt,
        problems: scan.problems.map {
          ScanSummary.Problem(code: $0.code.rawValue, message: $0.message, member: $0.member)
        }),
      sections: collector.sections)
  }
}

/// Gives each member that is a section to its parser.
private final class Collector {
  private(set) var sections: [Section] = []

  func choose(_ member: ArchiveMember) -> MemberChoice {
    guard member.kind == .file, let kind = SectionCatalog.kind(ofMember: member.path) else {
      return .skip
    }
    let reader = SectionCatalog.reader(for: kind, member: member.path)
    return .read(Sink(reader) { [self] in sections.append($0) })
  }

  private final class Sink: MemberSink {
    private let reader: any SectionReading
    private let keep: (Section) -> Void

    init(_ reader: any SectionReading, keep: @escaping (Section) -> Void) {
      self.reader = reader
      self.keep = keep
    }

    func receive(_ bytes: RawSpan) -> MemberDemand {
      reader.read(bytes)
      return .more
    }

    func end(isWhole: Bool) { keep(reader.finish(isWhole: isWhole)) }
  }
}
