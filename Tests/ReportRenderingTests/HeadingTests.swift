import AllocationBalance
import Foundation
import MemoryAnalysis
import Testing

@testable import ReportRendering

/// `explain` knows every heading that a reader meets.
@Suite struct HeadingTests {
  /// The headings of the tables and bars that readers see of a document.
  private static func headings(_ document: Document) -> Set<String> {
    var headings: Set<String> = []
    for content in document.sections.flatMap(\.contents) {
      switch content {
      case .table(let table) where table.audience != .programs:
        headings.formUnion(table.shape.columns.compactMap(\.heading))
      case .chart(.stackedBar(let bar)):
        headings.formUnion(TextChart.table(bar).shape.columns.compactMap(\.heading))
      default: break
      }
    }
    return headings.subtracting([""])
  }

  private static func expectExplained(_ headings: Set<String>) {
    #expect(!headings.isEmpty)
    for heading in headings.sorted() {
      if case .found = NameDictionary.standard.answer(for: heading) { continue }
      Issue.record("explain has no answer for \"\(heading)\"")
    }
  }

  @Test func `the headings of reports are explained`() throws {
    let names = try ShippedMachine.names()
    #expect(names.count > 10)
    var headings: Set<String> = []
    for name in names {
      headings.formUnion(Self.headings(try ShippedMachine(name: name).report().document))
    }
    Self.expectExplained(headings)
    // What only some archives have was met.
    let some: Set = ["type of region", "malloc zone", "class", "of installed", "kext"]
    #expect(some.subtracting(headings) == [])
  }

  @Test func `the headings of other results are explained`() throws {
    let (old, new) = (TimedMachine.snapshot(hours: 2), TimedMachine.snapshot(hours: 6))
    let machines = try ["macos-12-healthy", "macos-26-targeted"].map {
      try ShippedMachine(name: $0).report().snapshot
    }
    let documents = [
      Comparison(old, new).document, Comparison(machines[0], machines[1]).document,
      BaselineComparison(old: new, new: new, oldClean: old, newClean: old).document,
      Trend(Series([old, new])).document, SmallFleet.leaking.document, SmallFleet.tooSmall.document,
      RuleSet.shipped.document,
    ]
    for document in documents { Self.expectExplained(Self.headings(document)) }
  }

  /// Tables of commands that need an archive or a store.
  @Test func `the headings of lists are explained`() {
    let shapes =
      BatchEntry.tables + ArchiveListing.tables + SnapshotList.tables + Comparison.tables
    Self.expectExplained(
      Set(shapes.flatMap { $0.columns.compactMap(\.heading) }).subtracting([""]))
  }
}
