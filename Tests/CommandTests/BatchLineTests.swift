import Foundation
import Testing

@testable import TestSupport

/// What `batch` prints of each archive: on a terminal, in a spreadsheet, and from a store.
struct BatchLineTests {
  /// The parts of an object that stand on a line.
  private struct Object: Decodable {
    struct Archive: Decodable {
      let path: String
      let capturedAt: String?
    }
    struct Machine: Decodable { let hostName: String? }
    struct Finding: Decodable {
      let id: String
      let severity: String
    }
    let archive: Archive
    let machine: Machine?
    let findings: [Finding]

    /// The worst finding that is more than information.
    var worst: Finding? { findings.first.flatMap { $0.severity == "info" ? nil : $0 } }
  }

  private static func objects() async throws -> [Object] {
    let run = try await ShippedBatch.lines()
    return try run.outputLines.map { try JSONDecoder().decode(Object.self, from: Data($0.utf8)) }
  }

  @Test(
    "lines fit the window, and say host, day, severity, finding and path",
    arguments: [80, 120, 200])
  func window(_ width: Int) async throws {
    let run = try await Program.run(
      ["batch", TestArchive.folder], environment: ["COLUMNS": String(width)])
    let objects = try await Self.objects()
    #expect(run.outputLines.count == objects.count)
    for (line, object) in zip(run.outputLines, objects) {
      #expect(line.count <= width)
      #expect(line.hasSuffix(".tar.gz"))
      if let worst = object.worst {
        #expect(line.hasPrefix(worst.severity.uppercased() + " "))
        #expect(line.contains(worst.id.prefix(6)))
      } else {
        #expect(line.hasPrefix("ok ") || line.hasPrefix("FAILED "))
      }
      if let day = object.archive.capturedAt?.prefix(10) { #expect(line.contains(day)) }
      if let host = object.machine?.hostName { #expect(line.contains(host.prefix(4))) }
    }
    let place = try #require(objects.firstIndex { $0.archive.path == TestArchive.leak.path })
    let leak = run.outputLines[place]
    #expect(leak.contains("zone-leak 8.79 GB"))
  }

  @Test("the summary counts the archives of each finding, and what was read")
  func summary() async throws {
    let run = try await ShippedBatch.text()
    let objects = try await Self.objects()
    var counts: [String: Int] = [:]
    for object in objects {
      for id in Set(object.findings.map(\.id)) { counts[id, default: 0] += 1 }
    }
    let note = try #require(run.errorLines.first { $0.contains("archives by finding: ") })
    let told = try #require(note.components(separatedBy: "archives by finding: ").last)
      .components(separatedBy: ", ")
    #expect(Set(told) == Set(counts.map { "\($0.key) \($0.value)" }))
    let numbers = told.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
    #expect(numbers == numbers.sorted(by: >))
    #expect(
      run.errorLines.last?.hasPrefix("sysbalance: note: \(objects.count) read, 3 failed, ") == true)
    #expect(try await !ShippedBatch.lines().errors.contains("note:"))
  }

  @Test("CSV has host, uptime and rule ids, and a byte order mark only where it is wanted")
  func csv() async throws {
    let arguments = ["batch", TestArchive.folder, "--format", "csv", "-q"]
    let plain = try await ShippedBatch.csv()
    let marked = try await Program.run(arguments + ["--bom"])
    #expect(marked.outputBytes == Data([0xEF, 0xBB, 0xBF]) + plain.outputBytes)
    let scratch = try Scratch()
    _ = try scratch.write(marked.output, to: "batch.csv")
    // As a spreadsheet reads it.
    let rows = try await Tool.python(
      """
      import csv, json, sys
      rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline="")))
      print(json.dumps(rows))
      """, [scratch("batch.csv")])
    let read = try JSONDecoder().decode([[String: String]].self, from: Data(rows.utf8))
    let objects = try await Self.objects()
    #expect(read.map { $0["path"] } == objects.map(\.archive.path))
    for (row, object) in zip(read, objects) {
      #expect(row["hostName"] == object.machine?.hostName ?? "")
      let ids = Set((row["findings"] ?? "").split(separator: " ").map(String.init))
      #expect(ids == Set(object.findings.map(\.id)))
      #expect(row["worstFinding"] == object.worst?.id ?? "")
      #expect(row["kernelIsLowerBound"] != nil && row["userIsLowerBound"] != nil)
    }
    #expect(read.contains { Int($0["uptimeSeconds"] ?? "") ?? 0 > 0 })
    #expect(try await Program.run(["report", TestArchive.seed.path, "--bom"]).status == 2)
  }

  @Test("a repeated run prints the rows of the store, in each format")
  func stored() async throws {
    let scratch = try Scratch()
    let batch = ["batch", TestArchive.folder, "--store", scratch("s.sqlite"), "--format"]
    let filling = try await Program.run(batch + ["text"])
    #expect(filling.errors.contains("\(TestArchive.all.count) read, 0 unchanged"))
    let isWhole = { (line: String) in !line.contains("truncated") && !line.contains("corrupt") }
    for (format, first) in [
      ("text", filling), ("csv", try await ShippedBatch.csv()),
      ("jsonl", try await ShippedBatch.lines()),
    ] {
      let second = try await Program.run(batch + [format])
      #expect(second.errors.contains("0 read, \(TestArchive.all.count) unchanged"))
      #expect(second.outputLines.count == first.outputLines.count)
      for (one, other) in zip(first.outputLines, second.outputLines) where isWhole(one) {
        if format == "jsonl" {
          let (one, other) = (try ReportObject(one), try ReportObject(other))
          #expect(one.archive.path == other.archive.path)
          #expect(one.balance == other.balance)
          #expect(one.ledger == other.ledger)
        } else if !one.contains("kernel unknown") && !one.contains("no memory") {
          #expect(one == other)
        }
      }
    }
  }
}
