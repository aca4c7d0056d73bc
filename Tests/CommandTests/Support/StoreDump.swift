import Foundation

/// A store's rows with every number that the store gave replaced by what it stands for.
///
/// So two stores can be compared that were filled in another order. Read by Python's own SQLite.
struct StoreDump: Equatable {
  /// The rows of every table, sorted.
  let rows: [String]
  /// What SQLite says of the file.
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
