@testable import TestSupport

/// Batches over all shipped archives, each run once for many tests.
enum ShippedBatch {
  /// The lines for people, with notes.
  static func text() async throws -> Program.Run {
    try await Program.once(["batch", TestArchive.folder])
  }

  /// An object for each archive, without notes.
  static func lines() async throws -> Program.Run {
    try await Program.once(["batch", TestArchive.folder, "--format", "jsonl", "-q"])
  }

  /// A row for each archive, without notes.
  static func csv() async throws -> Program.Run {
    try await Program.once(["batch", TestArchive.folder, "--format", "csv", "-q"])
  }
}
