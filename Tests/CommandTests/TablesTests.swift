import Foundation
import Testing

@testable import TestSupport

/// The tables that batch and store write for other programs.
struct TablesTests {
  /// The tables of a folder of JSON Lines.
  private struct Tables {
    let rows: [String: [[String: Any]]]

    init(_ folder: String) throws {
      var rows: [String: [[String: Any]]] = [:]
      for file in try FileManager.default.contentsOfDirectory(atPath: folder)
      where file.hasSuffix(".jsonl") {
        let text = String(
          decoding: try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)")), as: UTF8.self)
        rows[String(file.dropLast(6))] = try text.split(separator: "\n").map(TablesTests.object)
      }
      self.rows = rows
    }

    func of(_ snapshot: String, in table: String) -> [[String: Any]] {
      rows[table, default: []].filter { $0["snapshot"] as? String == snapshot }
    }
  }

  /// The tables of all shipped archives, as JSON Lines in a folder.
  private final class Shipped: Sendable {
    let scratch: Scratch
    let run: Program.Run
    var folder: String { scratch("t") }

    init() async throws {
      scratch = try Scratch()
      run = try await Program.run(["batch", TestArchive.folder, "--tables", scratch("t"), "-q"])
    }

    static let shared = Shared { try await Shipped() }
  }

  private static func object(_ line: some StringProtocol) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
    return try #require(object as? [String: Any])
  }

  @Test("batch writes the rows that the archives' models state")
  func truth() async throws {
    let shipped = try await Shipped.shared.get()
    #expect(shipped.run.status == 5)
    let tables = try Tables(shipped.folder)
    let snapshots = try #require(tables.rows["snapshots"])
    #expect(snapshots.count == TestArchive.telling.count)
    for archive in TestArchive.telling {
      let truth = try archive.truth()
      let row = try #require(snapshots.first { $0["path"] as? String == archive.path })
      let digest = try #require(row["snapshot"] as? String)
      #expect(row["build"] as? String == truth.identity.build)
      guard archive.name.hasPrefix("broken-") == false else { continue }
      let kernel = truth.balance.kernel
      #expect(row["kernel_source"] as? String == kernel?.source, "\(archive.name)")
      #expect(row["installed_bytes"] as? Int == truth.installedBytes, "\(archive.name)")
      for (table, count) in [
        ("zones", truth.zoneRowCount), ("wired", truth.wiredRowCount), ("kexts", truth.kextCount),
      ] {
        #expect(tables.of(digest, in: table).count == count ?? 0, "\(archive.name): \(table)")
      }
      let zones = tables.of(digest, in: "zones")
      for zone in truth.zones ?? [] {
        #expect(zones.contains { $0["name"] as? String == zone.name }, "\(zone.name)")
      }
    }
    let failures = try #require(tables.rows["failures"])
    #expect(
      failures.compactMap { $0["path"] as? String }.sorted()
        == [TestArchive.oneBit, .truncated, .withoutMemory].map(\.path).sorted())
  }

  @Test("every row has the columns that schema --tables states, of the stated types")
  func schema() async throws {
    let shipped = try await Shipped.shared.get()
    let printed = try await Program.run(["schema", "--tables"])
    #expect(printed.output == (try shipped.scratch.text("t/schema.json")))
    let tables = try Tables(shipped.folder)
    let stated = try #require(try Self.object(printed.output)["tables"] as? [[String: Any]])
    #expect(Set(stated.compactMap { $0["name"] as? String }) == Set(tables.rows.keys))
    for table in stated {
      let name = try #require(table["name"] as? String)
      let columns = try #require(table["columns"] as? [[String: Any]])
      let types = columns.reduce(into: [String: String]()) { types, column in
        types[column["name"] as? String ?? ""] = column["type"] as? String
      }
      let required = columns.filter { $0["nullable"] as? Bool == false }
        .compactMap { $0["name"] as? String }
      let rows = try #require(tables.rows[name])
      #expect(!rows.isEmpty, "\(name)")
      for row in rows {
        #expect(required.allSatisfy { row[$0] != nil }, "\(name): \(row)")
        #expect(row.allSatisfy { types[$0.key] == Self.type($0.value) }, "\(name): \(row)")
      }
    }
  }

  /// The type of a value as the schema names it; a whole number is also a fraction.
  private static func type(_ value: Any) -> String? {
    if value is String { return "text" }
    guard let number = value as? NSNumber else { return nil }
    if String(cString: number.objCType) == "c" { return "boolean" }
    return number.doubleValue == number.doubleValue.rounded() ? "integer" : "real"
  }

  @Test("of copies of one capture a whole one is kept, then the first by path")
  func copies() async throws {
    let scratch = try Scratch()
    _ = try scratch.folder("in")
    // The flipped bit lies in the stream's end: the sections are those of the whole archive.
    let damaged = try Data(contentsOf: URL(fileURLWithPath: TestArchive.leak.path))
    var trailer = damaged
    trailer[trailer.count - 8] ^= 1
    for (name, data) in [
      ("a-damaged", trailer), ("b-whole", damaged), ("c-whole", damaged), ("d-damaged", trailer),
    ] {
      try data.write(to: URL(fileURLWithPath: scratch("in/\(name).tar.gz")))
    }
    _ = try await Program.run(["batch", scratch("in"), "--tables", scratch("t"), "-q"])
    let tables = try Tables(scratch("t"))
    #expect(tables.rows["snapshots"]?.map { $0["outcome"] as? String } == ["complete"])
    let path = tables.rows["snapshots"]?.first?["path"] as? String
    #expect(path == scratch("in/b-whole.tar.gz"))
    #expect(tables.rows["zones"]?.count == (try TestArchive.leak.truth().zoneRowCount))
    #expect(tables.rows["failures"]?.count == 2)
    #expect(tables.rows["machines"]?.count == 1)
    try FileManager.default.removeItem(atPath: scratch("in/b-whole.tar.gz"))
    try FileManager.default.removeItem(atPath: scratch("in/c-whole.tar.gz"))
    _ = try await Program.run(["batch", scratch("in"), "--tables", scratch("u"), "-q"])
    let left = try Tables(scratch("u"))
    #expect(left.rows["snapshots"]?.map { $0["outcome"] as? String } == ["corrupt"])
    #expect(left.rows["snapshots"]?.first?["path"] as? String == scratch("in/a-damaged.tar.gz"))
    #expect(left.rows["zones"]?.count == (try TestArchive.leak.truth().zoneRowCount))
  }

  @Test("store export gives the tables of batch")
  func store() async throws {
    let scratch = try Scratch()
    let shipped = try await Shipped.shared.get().scratch
    _ = try await Program.run(["batch", TestArchive.folder, "-q", "--store", scratch("s.sqlite")])
    let export = try await Program.run([
      "store", "export", scratch("s.sqlite"), "--tables", scratch("u"),
    ])
    #expect(export.status == 0, "\(export.errors)")
    for file in try shipped.names(in: "t") {
      let (before, after) = (try shipped.text("t/\(file)"), try scratch.text("u/\(file)"))
      // A batch writes by path, a store by machine and time.
      #expect(
        before.split(separator: "\n").sorted() == after.split(separator: "\n").sorted(), "\(file)")
    }
    let one = try await Program.run([
      "store", "export", scratch("s.sqlite"), "--tables", scratch("v"), "--model", "Mac16,5",
    ])
    #expect(one.status == 0)
    #expect(try Tables(scratch("v")).rows["machines"]?.count == 1)
  }

  @Test("CSV and gzip hold the same rows")
  func csv() async throws {
    let scratch = try Scratch()
    let shipped = try await Shipped.shared.get()
    _ = try await Program.run([
      "batch", TestArchive.folder, "-q", "--tables", scratch("u"), "--tables-format", "csv",
      "--compress", "gzip",
    ])
    let counts = try await Tool.python(
      """
      import csv, gzip, json, pathlib, sys
      lines, values = map(pathlib.Path, sys.argv[1:])
      for path in sorted(lines.glob("*.jsonl")):
          rows = [json.loads(line) for line in path.read_text().splitlines()]
          text = gzip.open(values / (path.stem + ".csv.gz"), "rt", newline="")
          cells = list(csv.DictReader(text))
          assert len(rows) == len(cells), path.stem
          for row, other in zip(rows, cells):
              for key, cell in other.items():
                  value = row.get(key)
                  if isinstance(value, bool):
                      value = str(value).lower()
                  elif isinstance(value, float):
                      cell, value = round(float(cell), 6), round(value, 6)
                  elif value is not None:
                      value = str(value)
                  same = (value or "") == cell or cell == "'" + str(value)
                  assert same, (path.stem, key, value, cell)
      print("same")
      """, [shipped.folder, scratch("u")])
    #expect(counts == "same\n")
  }

  @Test("a folder of tables appears whole or not at all")
  func whole() async throws {
    let scratch = try Scratch()
    _ = try scratch.folder("t")
    _ = try scratch.write("mine", to: "t/zones.jsonl")
    let batch = ["batch", TestArchive.leak.path, "-q", "--tables", scratch("t")]
    let refused = try await Program.run(batch)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("zones.jsonl is already there; --force replaces it"))
    #expect(try scratch.names() == ["t"])
    #expect(try scratch.names(in: "t") == ["zones.jsonl"])
    #expect(try await Program.run(batch + ["--force"]).status == 0)
    #expect(try scratch.names(in: "t").count == 13)
    #expect(try scratch.names() == ["t"])
  }

  @Test("options that do not fit together are wrong usage")
  func usage() async throws {
    let scratch = try Scratch()
    for arguments in [
      ["--tables", scratch("t"), "--store", scratch("s")], ["--compress", "gzip"],
      ["--tables", scratch("t"), "--compress", "lz"], ["--shard", "0/2"], ["--shard", "3/2"],
      ["--shard", "1"], ["--shard", "a/b"],
    ] {
      let run = try await Program.run(["batch", TestArchive.leak.path] + arguments)
      #expect(run.status == 2, "\(arguments)")
    }
    #expect(try scratch.names().isEmpty)
  }
}
