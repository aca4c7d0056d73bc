/// The report of each shipped archive, made once for the many tests that look into it.
actor ShippedReports {
  static let shared = ShippedReports()

  /// How the program ended, and its JSON.
  struct Made: Sendable {
    let run: Program.Run
    let report: ReportObject
  }

  private var made: [String: Task<Made, any Error>] = [:]

  /// What `report --format json` gives of an archive.
  func of(_ archive: TestArchive) async throws -> Made {
    let making =
      made[archive.path]
      ?? Task {
        let run = try await Program.run(["report", archive.path, "--format", "json"])
        return Made(run: run, report: try ReportObject(run.outputBytes))
      }
    made[archive.path] = making
    return try await making.value
  }
}
