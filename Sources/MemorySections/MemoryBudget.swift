internal import Platform

/// The memory that the sections of one archive may keep together.
///
/// A row costs few bytes in an archive and many in memory: hundreds of members of full length would
/// exhaust it. Every reader of an archive takes what its rows need from the same budget; rows beyond
/// it count as unread. A capture of a real machine needs 3 to 15 MiB of it.
public final class MemoryBudget {
  /// What a row needs beside its text: its numbers with their sources.
  static let rowBytes = 256

  private var left: Int

  /// Creates a budget.
  ///
  /// - Parameter bytes: the memory in bytes, as estimated from the rows.
  public init(bytes: Int = 192 << 20) {
    left = bytes
  }

  /// Whether another row is kept.
  var hasRoom: Bool { left > 0 }

  /// Takes what a row needs.
  ///
  /// - Parameter textBytes: the length of its line.
  func takeRow(textBytes: Int) {
    left = left.subtractingSaturated(textBytes.addingSaturated(Self.rowBytes))
  }
}
