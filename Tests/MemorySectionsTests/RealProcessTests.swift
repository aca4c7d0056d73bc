import Foundation
import MemorySections
import Testing

/// Footprints of real outputs against expressions of these tests, which share no code with the parsers.
@Suite(.enabled(if: RealOutputTests.areHere, "the real outputs are not beside the project"))
struct RealProcessTests {
  private static let units: [String: Double] = [
    "B": 1, "kB": 1024, "KB": 1024, "MB": 1_048_576, "GB": 1_073_741_824,
  ]

  private func text(_ path: String) throws -> String {
    try String(contentsOf: RealOutputTests.root.appending(path: "samples/" + path), encoding: .utf8)
  }

  private func listed(_ path: String, _ kind: SectionKind) throws -> [ListedProcess] {
    let section = try read(try text(path), as: kind)
    return try #require(section.content as? any ProcessListing).processes
  }

  private func expect(_ size: Quantity?, _ number: Substring, _ unit: Substring) throws {
    let bytes = try #require(Double(number)) * (try #require(Self.units[String(unit)]))
    let size = try #require(size)
    let difference: Double = abs(Double(size.bytes) - bytes)
    #expect(difference <= 0.5)
  }

  @Test(arguments: [
    "ios15or16-launchd-head-excerpt.txt", "ios16.0.2-three-tasks-excerpt.txt",
    "macos10.14.5-three-tasks-excerpt.txt", "macos10.14.5-all-289-tasks-sizes-only.txt",
  ])
  func taskInfo(_ name: String) throws {
    let entry =
      #/(?m)^process: "(.*)" \[(\d+)\] \[unique ID: \w+\]\n(?:[^\n\t]+\n)*?virtual bytes: .*; phys_footprint bytes: ([\d.]+) (\w+); phys_footprint lifetime maximum bytes: ([\d.]+) (\w+)$/#
    let matches = try text("taskinfo/" + name).matches(of: entry)
    let tasks = try listed("taskinfo/" + name, .taskInfo)
    #expect(!matches.isEmpty)
    #expect(tasks.map(\.name) == matches.map { String($0.output.1) })
    #expect(tasks.map(\.pid) == matches.map { Int($0.output.2) })
    for (task, match) in zip(tasks, matches) {
      try expect(task.footprint, match.output.3, match.output.4)
      try expect(task.lifetimePeak, match.output.5, match.output.6)
    }
  }

  /// The sums that were worked out by hand from the same archive: 289 tasks, 1798.1 MB.
  @Test func sumOfAllTasks() throws {
    let tasks = try listed("taskinfo/macos10.14.5-all-289-tasks-sizes-only.txt", .taskInfo)
    #expect(tasks.count == 289)
    let sum = tasks.compactMap(\.footprint).sum()
    let megabytes: Double = Double(sum.bytes) / 1_048_576
    #expect((1798.0...1798.2).contains(megabytes))
  }

  @Test(arguments: [
    "ios16.0.2-head-and-processes-excerpt.txt", "ios26.1-head-and-one-process-excerpt.txt",
    "macos10.14.5-head-and-processes-excerpt.txt",
  ])
  func spindump(_ name: String) throws {
    let line =
      #/(?m)^Footprint:\s+([\d.]+)\s+(B|KB|MB|GB)(?: -> ([\d.]+)\s+(B|KB|MB|GB) \([+-][\d.]+\s+(?:B|KB|MB|GB)\))?(?: \(max .*\))?\s*$/#
    let matches = try text("spindump/" + name).matches(of: line)
    let list = try listed("spindump/" + name, .spindump)
    #expect(!matches.isEmpty)
    #expect(list.count == matches.count)
    for (process, match) in zip(list, matches) {
      try expect(
        process.footprint, match.output.3 ?? match.output.1, match.output.4 ?? match.output.2)
    }
  }

  @Test func top() throws {
    let name = "top/macos10.14.5-l9-d-r-first-sample-excerpt.txt"
    let row =
      #/(?m)^(\d+) +(\S.*?) +[\d.]+ +[\d:.]+ +[\d\/]+ +[\d\/]+ +\d+ +(\d+)([BKM]) +\d+[BKM] +(\d+)([BKM]) /#
    let matches = try text(name).matches(of: row)
    let list = try listed(name, .top)
    #expect(list.count == matches.count)
    #expect(list.map(\.pid) == matches.map { Int($0.output.1) })
    #expect(list.map(\.name) == matches.map { String($0.output.2) })
    let factors: [Substring: Int] = ["B": 1, "K": 1024, "M": 1_048_576]
    for (process, match) in zip(list, matches) {
      let bytes = try #require(Int(match.output.3)) * (try #require(factors[match.output.4]))
      #expect(process.footprint?.bytes == bytes)
    }
  }

  /// taskinfo and top of one machine and one minute agree to 3 % or 64 KiB, but for two processes.
  @Test func twoToolsAgree() throws {
    let tasks = try listed("taskinfo/macos10.14.5-all-289-tasks-sizes-only.txt", .taskInfo)
    let top = try listed("top/macos10.14.5-l9-d-r-first-sample-excerpt.txt", .top)
    var compared = 0
    var differing: [String] = []
    for process in top {
      guard let task = tasks.first(where: { $0.pid == process.pid }),
        let one = process.footprint?.bytes, let other = task.footprint?.bytes
      else { continue }
      compared += 1
      let (difference, larger): (Int, Int) = (abs(one - other), max(one, other))
      let allowed: Int = max(larger * 3 / 100, 65_536)
      if difference > allowed { differing.append(process.name) }
    }
    #expect(compared > 25)
    // top itself, and one that grew in between.
    #expect(differing == ["top", "AddressBookSourc"])
  }

  @Test func ps() throws {
    let list = try listed("ps/macos10.14.5-ps-excerpt.txt", .ps)
    let paths = try text("ps/macos10.14.5-ps-excerpt.txt").matches(of: #/(?m) (\/\S+)/#)
    let read: [String] = list.map { process in
      String((process.path ?? "").prefix { $0 != " " })
    }
    let printed: [String] = paths.map { String($0.output.1) }
    #expect(read == printed)
    let threads = try listed("ps/macos10.14.5-ps_thread-excerpt.txt", .ps)
    #expect(threads.map(\.path) == ["/sbin/launchd", "/usr/sbin/syslogd"])
  }
}
