import Foundation
import Testing

@testable import TestSupport

/// The commands on a filled store.
struct StoreCommandTests {
  @Test("export gives the objects of batch, without the processes' categories")
  func export() async throws {
    let store = try await Filled(["series-leak"])
    let batch = try await Program.run([
      "batch", store.archives, "--format", "jsonl", "-q",
    ])
    let export = try await Program.run(["store", "export", store.path])
    #expect(export.status == 0)
    let (before, after) = (try objects(batch), try objects(export))
    #expect(before.count == 6)
    #expect(after.map(withoutCategories) == before.map(withoutCategories))
    #expect(after.allSatisfy { processes($0).allSatisfy { $0["categories"] == nil } })
  }

  @Test("trend of a store is trend of its archives", arguments: ["series-leak", "series-reboot"])
  func trend(_ series: String) async throws {
    let store = try await Filled([series])
    for format in ["json", "text"] {
      let stored = try await Program.run(["trend", store.path, "--format", format])
      let archives = try await Program.run(["trend", store.archives, "--format", format])
      #expect(stored.status == 0)
      #expect(stored.output == archives.output)
    }
  }

  @Test("a store of several machines needs a choice by number, key or host name")
  func machines() async throws {
    let store = try await Filled(["series-healthy"], more: [TestArchive.leak, TestArchive.seed])
    let unclear = try await Program.run(["trend", store.path])
    #expect(unclear.status == 2)
    #expect(unclear.errors.contains("holds 3 machines; --machine says which one"))
    #expect(unclear.errors.contains("Mac16,1 test-lean.example (6)"))
    for machine in ["Mac16,1 test-lean.example", "test-lean.example"] {
      let run = try await Program.run(["trend", store.path, "--machine", machine])
      #expect(run.status == 0)
      #expect(run.output.contains("Mac16,1"))
    }
    let none = try await Program.run(["trend", store.path, "--machine", "nobody"])
    #expect(none.status == 1)
    #expect(none.errors.contains("has no machine nobody"))
    let wrong = try await Program.run(["trend", store.archives, "--machine", "nobody"])
    #expect(wrong.status == 2)
  }

  @Test("compare takes snapshots by number, or by machine and time")
  func compare() async throws {
    let store = try await Filled(["series-leak"])
    let files = ["2", "5"].map { "\(store.archives)/series-leak/\($0).tar.gz" }
    let truth = try await Program.run(["compare"] + files + ["--format", "json"])
    let ids = try await store.ids()
    let host = "test-lean.example"
    let pairs = [
      (String(ids[1]), String(ids[4])),
      ("\(host)@2026-04-20T09:45:00+02:00", "\(host)@2026-04-20T12:44:59+02:00"),
      ("Mac16,1 \(host)@2026-04-20T08:29:59Z", "\(host)@2026-04-20T10:30:00"),
    ]
    for (old, new) in pairs {
      let run = try await Program.run([
        "compare", "\(store.path)#\(old)", "\(store.path)#\(new)", "--format", "json",
      ])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output == truth.output)
    }
    let latest = try await Program.run(["compare", files[0], "\(store.path)#\(host)"])
    #expect(latest.output.contains("2026-04-20T12:45:00+02:00"))
    for (words, status) in [("99", 1), ("\(host)@2025-01-01", 1), ("\(host)@noon", 2)] {
      let run = try await Program.run(["compare", files[0], "\(store.path)#\(words)"])
      #expect(run.status == Int32(status))
      #expect(run.errorLines.count == 1)
    }
  }

  @Test("list shows and filters, in three formats")
  func list() async throws {
    let store = try await Filled(["series-leak"], more: [TestArchive.leak, TestArchive.seed])
    let text = try await Program.run(["store", "list", store.path])
    #expect(text.outputLines.count == 1 + 8)
    #expect(text.output.contains("Mac16,5 booted 1773302400"))
    #expect(text.output.contains("  13.9 GB  21.8 GB            39 %"))
    let csv = try await Program.run([
      "store", "list", store.path, "--format", "csv", "--model", "Mac16,1",
    ])
    #expect(csv.output.split(separator: "\r\n").count == 1 + 6)
    let json = try await Program.run([
      "store", "list", store.path, "--format", "json", "--since", "2026-04-20T12:00:00+02:00",
    ])
    let object = try JSONSerialization.jsonObject(with: json.outputBytes) as? [String: Any]
    let rows = object?["snapshots"] as? [[String: Any]]
    #expect(rows?.count == 2)
    #expect(rows?.last?["capturedAt"] as? String == "2026-04-20T12:45:00+02:00")
    let wrong = try await Program.run(["store", "list", store.path, "--since", "noon"])
    #expect(wrong.status == 2)
  }

  @Test("a removed snapshot is gone until a batch reads it again")
  func remove() async throws {
    let store = try await Filled(["series-leak"])
    let ids = try await store.ids()
    let one = try await Program.run(["store", "remove", store.path, String(ids[0])])
    #expect(one.status == 0)
    #expect(one.errors == "sysbalance: note: 1 snapshot removed\n")
    #expect(try await Program.run(["store", "vacuum", store.path]).status == 0)
    #expect(try await StoreDump(store.path).counts == [5, 0])
    let none = try await Program.run(["store", "remove", store.path, "--machine", "nobody", "-q"])
    #expect(none.status == 1)
    #expect(try await Program.run(["store", "remove", store.path]).status == 2)
    let again = try await Program.run(["batch", store.archives, "--store", store.path])
    #expect(again.errors.contains("1 read, 5 unchanged"))
    #expect(try await StoreDump(store.path).counts == [6, 0])
  }

  @Test("the schema is SQL that another SQLite accepts completely")
  func schema() async throws {
    let scratch = try Scratch()
    let run = try await Program.run(["store", "schema"])
    #expect(run.status == 0)
    let file = try scratch.write(run.output, to: "schema.sql")
    let output = try await Tool.python(
      """
      import sqlite3, sys
      store = sqlite3.connect(":memory:")
      store.executescript(open(sys.argv[1]).read())
      print(len(store.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()))
      """, [file])
    #expect(output == "21\n")
  }

  @Test("only batch creates a store", arguments: ["list", "export", "vacuum"])
  func missing(_ command: String) async throws {
    let scratch = try Scratch()
    let run = try await Program.run(["store", command, scratch("none.sqlite")])
    #expect(run.status == 1)
    #expect(
      run.errors == "sysbalance: \(scratch("none.sqlite")): there is no such store; "
        + "batch --store makes one\n")
    #expect(try scratch.names().isEmpty)
  }

  private func objects(_ run: Program.Run) throws -> [[String: Any]] {
    try run.outputLines.map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
  }

  private func processes(_ object: [String: Any]) -> [[String: Any]] {
    (object["user"] as? [String: Any])?["processes"] as? [[String: Any]] ?? []
  }

  private func withoutCategories(_ object: [String: Any]) -> NSDictionary {
    var object = object
    var user = object["user"] as? [String: Any] ?? [:]
    user["processes"] = processes(object).map { $0.filter { $0.key != "categories" } }
    object["user"] = user
    return object as NSDictionary
  }
}

/// A store of copies of test archives, in a folder that is removed with it.
private struct Filled {
  private let scratch: Scratch
  var path: String { scratch("s.sqlite") }
  var archives: String { scratch("in") }

  init(_ series: [String], more: [TestArchive] = []) async throws {
    scratch = try Scratch()
    let folder = try scratch.folder("in")
    for name in series {
      try FileManager.default.copyItem(
        atPath: "\(TestArchive.folder)/\(name)", toPath: "\(folder)/\(name)")
    }
    for archive in more {
      try FileManager.default.copyItem(
        atPath: archive.path, toPath: "\(folder)/\(archive.name).tar.gz")
    }
    let run = try await Program.run(["batch", archives, "--store", path, "-q"])
    try #require(run.status == 0, "\(run.errors)")
  }

  /// The numbers of the snapshots, by machine and time.
  func ids() async throws -> [Int] {
    let csv = try await Program.run(["store", "list", path, "--format", "csv"]).output
    return csv.split(separator: "\r\n").dropFirst()
      .compactMap { $0.split(separator: ",").first.flatMap { Int($0) } }
  }
}
