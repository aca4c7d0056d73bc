import Foundation
import MemorySections
import Testing

/// The effect of changes to a text of every kind.
@Suite struct MutationTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let kind: SectionKind
    let text: String
  }

  static let samples =
    [
      Sample(
        testDescription: "zprint, old", kind: .zprint,
        text: WiredTexts.zonesOld + WiredTexts.wiredOld + WiredTexts.mapsOld + WiredTexts.totalsOld),
      Sample(
        testDescription: "zprint, new", kind: .zprint,
        text: WiredTexts.zonesNew + WiredTexts.wiredNew + WiredTexts.mapsNew + WiredTexts.views
          + WiredTexts.totalsNew + "\n"),
      Sample(testDescription: "footprint", kind: .footprint, text: FootprintTexts.whole),
      Sample(testDescription: "vm_stat", kind: .vmStat, text: VMStatTests.plain),
      Sample(testDescription: "vm_stat, samples", kind: .vmStat, text: VMStatTests.interval),
      Sample(testDescription: "sysctl", kind: .sysctl, text: SysctlTests.text),
      Sample(testDescription: "taskinfo", kind: .taskInfo, text: ProcessTexts.taskInfo),
      Sample(testDescription: "spindump", kind: .spindump, text: ProcessTexts.spindump),
      Sample(testDescription: "top", kind: .top, text: ProcessTexts.top),
      Sample(
        testDescription: "jetsam_priority", kind: .jetsamPriority,
        text: ProcessTexts.jetsamPriority),
      Sample(testDescription: "ps", kind: .ps, text: ProcessTexts.ps),
      Sample(testDescription: "vmmap", kind: .vmmap, text: ProcessToolTexts.vmmap),
      Sample(testDescription: "heap", kind: .heap, text: ProcessToolTexts.heap),
      Sample(testDescription: "leaks", kind: .leaks, text: ProcessToolTexts.leaks),
    ] + ZoneLayout.all.map { Sample(testDescription: $0.name, kind: .zprint, text: $0.text) }
    + KextstatLayoutTests.layouts.map {
      Sample(testDescription: $0.testDescription, kind: .kextstat, text: $0.text)
    }

  enum Change: String, Sendable, CaseIterable {
    case carriageReturns
    case blanksAtEnds
    case noBlanksAtEnds
    case noFinalLineEnd
    case leadingTabs

    func apply(to text: String) -> String {
      let texts = lines(of: text)
      return switch self {
      case .carriageReturns: texts.joined(separator: "\r\n")
      case .blanksAtEnds: texts.map { $0.isEmpty ? $0 : $0 + "  " }.joined(separator: "\n")
      case .noBlanksAtEnds:
        texts.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
          .joined(separator: "\n")
      case .noFinalLineEnd: text.hasSuffix("\n") ? String(text.dropLast()) : text + "\n"
      case .leadingTabs:
        texts.map { $0.hasPrefix(" ") ? "\t" + $0.drop { $0 == " " } : $0 }.joined(separator: "\n")
      }
    }
  }

  @Test(arguments: samples, Change.allCases)
  func theSameIsRead(_ sample: Sample, _ change: Change) throws {
    let whole = try read(sample.text, as: sample.kind)
    let changed = try read(change.apply(to: sample.text), as: sample.kind)
    #expect(changed.coverage.rows == whole.coverage.rows)
    #expect(changed.coverage.unreadLineCount == 0, "\(changed.coverage.unreadLines)")
    #expect(try contents(changed) == contents(whole))
  }

  @Test(arguments: samples, [1, 2, 3, 7, 4096])
  func chunksMakeNoDifference(_ sample: Sample, _ chunk: Int) throws {
    let whole = try read(sample.text, as: sample.kind)
    let chunked = try read(sample.text, as: sample.kind, chunk: chunk)
    #expect(chunked.coverage == whole.coverage)
    #expect(try contents(chunked) == contents(whole))
  }

  /// A lost line costs only itself.
  ///
  /// Rows below a lost heading are counted as unread or are still parsed; none is lost silently.
  @Test(arguments: samples)
  func aLostLineCostsNoOther(_ sample: Sample) throws {
    let whole = try read(sample.text, as: sample.kind).coverage
    let texts = lines(of: sample.text)
    for (index, line) in texts.enumerated() {
      var rest = texts
      rest.remove(at: index)
      let coverage = try read(rest.joined(separator: "\n"), as: sample.kind).coverage
      let message: Comment = "without \(index + 1): \(line)"
      #expect(coverage.rows <= whole.rows, message)
      if Self.headsAuxiliaryData(line) { continue }
      #expect(coverage.rows + coverage.unreadLineCount >= whole.rows - 1, message)
      if Self.isHeading(line) { continue }
      #expect(coverage.unreadLineCount == 0, message)
    }
  }

  /// A line that ends anywhere, also after its label, with or without blanks behind it, is no trap.
  @Test(arguments: samples)
  func linesMayEndAnywhere(_ sample: Sample) throws {
    let texts = lines(of: sample.text)
    for length in 0..<(texts.map(\.utf8.count).max() ?? 0) {
      for blanks in ["", "   "] {
        let cut = texts.flatMap {
          [$0, String(decoding: $0.utf8.prefix(length), as: UTF8.self) + blanks]
        }
        let section = try read(cut.joined(separator: "\n"), as: sample.kind)
        #expect(section.coverage.bytes > 0)
      }
    }
  }

  /// Every remaining row is unchanged.
  @Test(arguments: ZoneLayout.all)
  func aLostZoneLeavesTheOthersAsTheyWere(_ layout: ZoneLayout) throws {
    let texts = lines(of: layout.text)
    for index in layout.zones.indices {
      var rest = texts
      rest.remove(at: index + 3)
      var zones = layout.zones
      zones.remove(at: index)
      #expect(try zprint(of: rest.joined(separator: "\n")).zones.map(\.summary) == zones)
    }
  }

  /// A member cut anywhere has only rows of the complete one.
  @Test(arguments: samples)
  func aCutTextInventsNothing(_ sample: Sample) throws {
    let whole = Set(try contents(read(sample.text, as: sample.kind)))
    let bytes = Data(sample.text.utf8)
    for length in stride(from: 0, to: bytes.count, by: 29) {
      let section = try read(bytes.prefix(length), as: sample.kind, isWhole: false)
      #expect(section.outcome != .parsed)
      guard section.content != nil, sample.kind != .vmStat, sample.kind != .sysctl else { continue }
      #expect(try Set(contents(section)).isSubset(of: whole), "\(length) bytes")
    }
  }

  private static func isHeading(_ line: String) -> Bool {
    let marks = [
      "zone name", "wired memory", "maps  ", "zone views", "Category", "]: 64-bit", "Shared with",
      "Summary Footprint", "Shared Cache", "Mach Virtual", "free   active", "process: ",
      "Process: ", "COMMAND", "priority_name", "REGION TYPE", "MALLOC ZONE", "CLASS_NAME",
    ]
    return marks.contains { line.contains($0) }
  }

  /// A process's sizes; of an entry of several lines the last ones may be cut off.
  private static func sizes(_ process: ListedProcess) -> String? {
    process.footprint.map { "\(process.name) \(process.pid ?? -1) \($0)" }
  }

  /// Indented values without a heading pass for messages.
  private static func headsAuxiliaryData(_ line: String) -> Bool {
    line.lowercased().hasSuffix("auxiliary data:")
  }

  /// The rows of a section as text, without those that appear only at its end.
  private func contents(_ section: Section) throws -> [String] {
    switch try #require(section.content) {
    case let it as Zprint:
      [it.zones.map { "\($0)" }, it.wired.map { "\($0)" }, it.maps.map { "\($0)" }]
        .flatMap { $0 } + it.views.map { "\($0)" }
    case let it as Kextstat: it.kexts.map { "\($0)" }
    case let it as Footprint:
      it.processes.flatMap { process in
        ["\(process.name) \(process.pid) \(String(describing: process.footprint))"]
          + process.categories.map { "\(process.pid) \($0)" }
          + process.shared.map { "\(process.pid) \($0)" }
      } + (it.summary?.categories ?? []).map { "\($0)" } + it.system.map { "\($0)" }.sorted()
    case let it as VMStat: it.pages.map { "\($0)" }.sorted() + ["\(it.sampleCount)"]
    case let it as Sysctl: ["\(it)"]
    case let it as Vmmap:
      it.processes.flatMap { process in
        process.regions.map { "\($0)" } + process.zones.map { "\($0)" }
      }
    case let it as Heap: it.processes.flatMap(\.classes).map { "\($0)" }
    case let it as Leaks: it.processes.compactMap(\.leakedBytes).map { "\($0)" }
    case let it as CollectionLog: it.tasks.map { "\($0)" }
    case let it as TaskSummary: it.tasks.map { "\($0)" }
    case let it as any ProcessListing: it.processes.compactMap(Self.sizes)
    case let it: ["\(it)"]
    }
  }
}
