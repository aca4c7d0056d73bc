import MemorySections
import Testing

/// JetsamEvent reports.
@Suite struct JetsamTests {
  private static let processes = """
      "processes" : [
      { "uuid" : "1", "states" : ["daemon", "idle"], "rpages" : 100, "physicalPages" : {"internal" : [67, 45], "pid" : 5},
        "pid" : 86, "name" : "first", "lifetimeMax" : 132 },
      { "rpages" : 5000, "pid" : 90, "reason" : "per-process-limit", "killDelta" : 4,
        "name" : "second", "lifetimeMax" : 6000 },
      { "rpages" : 7, "name" : "second" }
      ]
    """

  @Test func processesAndVictimsAreRead() throws {
    let text = """
      {"bug_type":"298","timestamp":"2026-01-02 03:04:05.00 +0000","os_version":"iPhone OS 18.5 (22F76)"}
      {
        "product" : "iPhone14,7", "date" : "2026-01-02 03:04:05.67 +0000",
        "memoryStatus" : { "pageSize" : 16384, "memoryPages" : { "free" : 3, "wired" : 4 } },
        "largestProcess" : "second",
      \(Self.processes)
      }
      """
    let jetsam = try #require(try jetsam(of: text))
    #expect(jetsam.time == "2026-01-02 03:04:05.00 +0000")
    #expect(jetsam.osVersion == "18.5")
    #expect(jetsam.build == "22F76")
    #expect(jetsam.model == "iPhone14,7")
    #expect(jetsam.pages == ["free": 3, "wired": 4])
    #expect(jetsam.processes.map(\.name) == ["first", "second", "second"])
    #expect(jetsam.processes.map(\.pid) == [86, 90, nil])
    #expect(jetsam.processes.map(\.residentPages) == [100, 5000, 7])
    #expect(jetsam.processes.map(\.lifetimePeakPages) == [132, 6000, nil])
    #expect(jetsam.processes.map(\.line) == [7, 9, 11])
    #expect(jetsam.victims.map(\.reason) == ["per-process-limit"])
    #expect(jetsam.largest?.pid == 90)
    #expect(jetsam.size(ofPages: jetsam.largest?.residentPages)?.bytes == 81_920_000)
  }

  @Test("without a page size there are pages but no bytes")
  func withoutAPageSize() throws {
    let jetsam = try #require(try jetsam(of: "{ \"date\" : \"today\",\n\(Self.processes) }"))
    #expect(jetsam.time == "today")
    #expect(jetsam.processes.count == 3)
    #expect(jetsam.size(ofPages: 5000) == nil)
    #expect(jetsam.largest == nil)
  }

  @Test("an excerpt may begin and end anywhere")
  func excerpts() throws {
    let lines = Self.processes.split(separator: "\n")
    let tail = try #require(try jetsam(of: lines.dropFirst(3).joined(separator: "\n")))
    #expect(tail.victims.map(\.name) == ["second"])
    let head = try #require(try jetsam(of: lines.prefix(3).joined(separator: "\n")))
    #expect(head.processes.map(\.name) == ["first"])
  }

  @Test(
    "no content of a report stops the parser",
    arguments: [
      #"{"memoryStatus":{"pageSize":0,"memoryPages":{"free":-1,"wired":1e9,"x":99999999999999999999}}}"#,
      #"{"memoryStatus":{"pageSize":9223372036854775807},"processes":[{"name":"a","rpages":9223372036854775807}]}"#,
      "[", "]", "{\"processes\":[{\"name\":", #"{"processes":[{"reason":"x"}]}"#,
    ])
  func hostileReports(_ text: String) throws {
    let jetsam = try jetsam(of: text)
    #expect(
      jetsam?.processes.compactMap { jetsam?.size(ofPages: $0.residentPages) }.isEmpty ?? true)
    #expect(jetsam?.pages.isEmpty ?? true)
  }
}
