import Foundation
import Testing

@testable import TestSupport

/// Stores that `batch --redact --store` makes.
struct RedactedStoreTests {
  private static func batch(
    _ archive: PlantedArchive, _ store: String, _ options: [String]
  ) async throws -> Program.Run {
    try await Program.run(["batch", archive.folder, "--store", store] + options)
  }

  @Test(
    "no token is in a redacted store, nor in what commands say of it",
    arguments: [["--redact"], ["--redact-key", "a key"]])
  func planted(_ options: [String]) async throws {
    let archive = try await PlantedArchive.shared.get()
    let scratch = try Scratch()
    let store = scratch("new.sqlite")
    let made = try await Self.batch(archive, store, options)
    // One of the archives is truncated.
    #expect(made.status == 5, "\(made.errors)")
    #expect(PlantedArchive.leaks(in: made.output + made.errors) == [])
    // The strings of SQLite's pages, its free ones too.
    let bytes = try Data(contentsOf: URL(fileURLWithPath: store))
    #expect(PlantedArchive.leaks(in: String(decoding: bytes, as: UTF8.self)) == [])
    let ids = try await Tool.python(
      """
      import sqlite3, sys
      rows = sqlite3.connect(sys.argv[1]).execute("SELECT id FROM snapshot")
      print(*[row[0] for row in rows])
      """, [store]
    ).split(whereSeparator: \.isWhitespace)
    let last = try #require(ids.last)
    let commands: [[String]] = [
      ["fleet", store], ["fleet", store, "--format", "json"], ["store", "list", store],
      ["store", "list", store, "--format", "json"], ["store", "list", store, "--format", "csv"],
      ["store", "export", store], ["trend", store], ["trend", store, "--format", "json"],
      ["compare", "\(store)#\(ids[0])", "\(store)#\(last)", "--format", "json"],
    ]
    for command in commands {
      for redaction in [[], options] {
        let run = try await Program.run(command + redaction)
        #expect(run.status != 2, "\(command): \(run.errors)")
        #expect(PlantedArchive.leaks(in: run.output) == [], "\(command)")
      }
    }
    print(
      "redaction: \(PlantedArchive.allMarks.count) marks × \(commands.count) commands of a store")
  }

  /// All that is in some stores, as SQL.
  private static func dump(_ stores: [String]) async throws -> String {
    try await Tool.python(
      """
      import sqlite3, sys
      for path in sys.argv[1:]: print(*sqlite3.connect(path).iterdump())
      """, stores)
  }

  @Test("redacted texts are never mixed with others, nor the pseudonyms of two keys")
  func mixed() async throws {
    let archive = try await PlantedArchive.shared.get()
    let scratch = try Scratch()
    let (plain, keyed) = (scratch("plain.sqlite"), scratch("keyed.sqlite"))
    _ = try await Self.batch(archive, plain, [])
    _ = try await Self.batch(archive, keyed, ["--redact-key", "one"])
    let before = try await Self.dump([plain, keyed])
    let refused: [(String, [String], String)] = [
      (plain, ["--redact"], "was not redacted"),
      (plain, ["--redact-key", "one"], "was not redacted"),
      (keyed, [], "the store is redacted"), (keyed, ["--redact"], "another key"),
      (keyed, ["--redact-key", "two"], "another key"),
    ]
    for (store, options, reason) in refused {
      let run = try await Self.batch(archive, store, options)
      #expect(run.status == 1)
      #expect(run.errors.contains(reason), "\(run.errors)")
    }
    #expect(try await Self.dump([plain, keyed]) == before)
    let again = try await Self.batch(archive, keyed, ["--redact-key", "one"])
    #expect(again.status == 5)
    for command in [["fleet", plain], ["store", "list", plain], ["trend", plain + "#1"]] {
      let run = try await Program.run(command + ["--redact"])
      #expect(run.status == 2)
      #expect(run.errors.contains("--redact needs the archives"))
      #expect(run.outputBytes.isEmpty)
    }
  }

  @Test("a redacted store has the same figures as the plain one")
  func figures() async throws {
    let scratch = try Scratch()
    let series = TestArchive.folder + "/series-leak"
    for (name, options) in [("a", []), ("b", ["--redact"])] {
      let run = try await Program.run(["batch", series, "--store", scratch(name)] + options)
      #expect(run.status == 0)
    }
    let figures = try await Tool.python(
      """
      import sqlite3, sys
      sql = '''SELECT digest, kernel_bytes, user_bytes, installed_bytes, largest_zone_bytes,
        (SELECT count(*) FROM zone WHERE snapshot_id = snapshot.id),
        (SELECT sum(bytes) FROM component WHERE snapshot_id = snapshot.id)
        FROM snapshot ORDER BY digest'''
      a, b = [sqlite3.connect(p).execute(sql).fetchall() for p in sys.argv[1:]]
      print(len(a), a == b)
      """, [scratch("a"), scratch("b")])
    #expect(figures == "6 True\n")
  }
}
