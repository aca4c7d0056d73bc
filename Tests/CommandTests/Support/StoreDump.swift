import Foundation

@testable import TestSupport

/// A store's rows, with the store's own ids replaced by the things they identify.
///
/// Stores that were filled in different orders can thus be compared. Python's own SQLite reads
/// them.
struct StoreDump: Equatable {
  /// The rows of every table, sorted.
  let rows: [String]
  /// The result of SQLite's integrity check.
  let integrity: String
  /// The number of snapshots, and of files without one.
  let counts: [Int]

  init(_ path: String) async throws {
    let text = try await Tool.run(
      "python3", ["-B", Project.root + "/scripts/store-trial", "--dump", path])
    let lines = text.split(separator: "\n").map(String.init)
    integrity = lines.first ?? ""
    counts = lines.dropFirst().first?.split(separator: " ").compactMap { Int($0) } ?? []
    rows = Array(lines.dropFirst(2))
  }
}
