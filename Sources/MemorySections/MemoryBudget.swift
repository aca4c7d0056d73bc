internal import Platform

/// The memory that the sections of one archive may keep together.
///
/// A row costs few bytes in an archive and many in memory: hundreds of members of full length would
/// exhaust it. Every reader of an archive takes what its rows need from the same budget; rows beyond
/// it count as unread. The largest capture of a real machine, with a thousand processes, needs
/// 25 MiB of it.
public final class MemoryBudget {
  /// What a row needs beside its text: its numbers with their sources, and its share of a report.
  static let rowBytes = 320

  /// The rows that a zone, a wired row or a kext counts for: findings and comparisons look at each.
  static let rowsOfKernelRow = 7
  /// The rows that a process of footprint counts for: it has room for several sizes and a TOTAL row.
  static let rowsOfProcess = 13
  /// The rows that a process of vmmap, heap or leaks counts for: a report has a section for each.
  static let rowsOfExamination = 24
  /// The rows that a type of region counts for: the ledger has an entry for each.
  static let rowsOfRegionType = 8
  /// The rows that a malloc zone or a class of heap counts for.
  static let rowsOfAllocator = 5

  private var left: Int

  /// Creates a budget.
  ///
  /// - Parameter bytes: the memory in bytes, as estimated from the rows.
  public init(bytes: Int = 28 << 20) {
    left = bytes
  }

  /// Whether another row is kept.
  var hasRoom: Bool { left > 0 }

  /// Takes what a line needs.
  ///
  /// - Parameters:
  ///   - rows: the rows that were kept of it.
  ///   - textBytes: the length of the line.
  func take(rows: Int, textBytes: Int) {
    let numbers = rows.multipliedSaturated(by: Self.rowBytes)
    left = left.subtractingSaturated(textBytes.addingSaturated(numbers))
  }
}
