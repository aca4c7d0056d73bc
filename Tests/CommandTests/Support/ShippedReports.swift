@testable import TestSupport

/// The report of each shipped archive, made and decoded once for many tests.
actor ShippedReports {
  static let shared = ShippedReports()

  /// The exit code and the JSON.
  struct Made: Sendable {
    let run: Program.Run
    let report: ReportObject
  }

  private var made: [String: Task<Made, any Error>] = [:]

  /// The result of `report --format json` for an archive.
  func of(_ archive: TestArchive) async throws -> Made {
    let making =
      made[archive.path]
      ?? Task {
        let run = try await Program.once(["report", archive.path, "--format", "json"])
        return Made(run: run, report: try ReportObject(run.outputBytes))
      }
    made[archive.path] = making
    return try await making.value
  }
}
