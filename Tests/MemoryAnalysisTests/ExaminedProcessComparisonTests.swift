import AllocationBalance
import MemoryAnalysis
import MemorySections
import Testing

@testable import TestSupport

/// Two outputs of vmmap, heap or leaks of one process: what grew.
struct ExaminedProcessComparisonTests {
  private static let columns = """
     VIRTUAL RESIDENT    DIRTY  SWAPPED VOLATILE   NONVOL    EMPTY   REGION
    REGION TYPE  SIZE SIZE SIZE SIZE SIZE SIZE SIZE COUNT (non-coalesced)

    """

  private func snapshot(
    _ name: String, pid: Int, footprint: Int, types: [(String, Int)], leaked: Int? = nil,
    classes: [(String, Int)] = []
  ) throws -> Snapshot {
    let head =
      "Process:         \(name) [\(pid)]\nPhysical footprint:         \(footprint).0M\n----\n"
    let sum = types.map(\.1).reduce(0, +)
    let rows = (types + [("TOTAL", sum)]).map {
      "\($0.0)  \($0.1).0M \($0.1).0M \($0.1).0M 0K 0K 0K 0K 1"
    }
    var members = ["vmmap.txt": head + Self.columns + rows.joined(separator: "\n") + "\n"]
    if let leaked {
      members["leaks.txt"] = head + "Process \(pid): 9 leaks for \(leaked) total leaked bytes.\n"
    }
    if !classes.isEmpty {
      let rows = classes.map { "1 \($0.1) 1.0   \($0.0)  ObjC    Example" }
      members["heap.txt"] =
        head + "COUNT BYTES AVG CLASS_NAME TYPE BINARY\n" + rows.joined(separator: "\n") + "\n"
    }
    return try HandMadeSnapshot(members: members).snapshot()
  }

  private func brief(_ changes: [Change]) -> [String] {
    changes.map { "\($0.name) \($0.delta?.bytes ?? .min) \($0.status.rawValue)" }
  }

  @Test func `growth is attributed to types, classes and leaks`() throws {
    let old = try snapshot(
      "Example", pid: 9, footprint: 100, types: [("MALLOC_SMALL", 60), ("Stack", 5)], leaked: 32,
      classes: [("NSArray", 500), ("Gone", 10)])
    let new = try snapshot(
      "Example", pid: 9, footprint: 180,
      types: [("MALLOC_SMALL", 90), ("Stack", 5), ("IOSurface", 40)], leaked: 96,
      classes: [("NSArray", 900)])
    let processes = Comparison(old, new).examinedProcesses
    let process = try #require(processes.first)
    #expect(processes.count == 1)
    #expect(process.title == "Example [9]")
    #expect(process.footprint?.delta.bytes == 80 << 20)
    #expect(process.footprint?.explained?.bytes == 70 << 20)
    #expect(process.footprint?.unexplained?.bytes == 10 << 20)
    #expect(
      brief(process.types) == [
        "IOSurface \(40 << 20) new", "MALLOC_SMALL \(30 << 20) grew", "Stack 0 same",
      ])
    #expect(brief(process.classes) == ["NSArray (Example) 400 grew", "Gone (Example) -10 gone"])
    #expect(process.leaked?.delta?.bytes == 64)
  }

  @Test func `a restarted process is found by its name, another one is not`() throws {
    let old = try snapshot("Example", pid: 9, footprint: 100, types: [("Stack", 5)])
    let later = try snapshot("Example", pid: 77, footprint: 90, types: [("Stack", 4)])
    let other = try snapshot("logd", pid: 77, footprint: 90, types: [("Stack", 4)])
    #expect(Comparison(old, later).examinedProcesses.map(\.title) == ["Example [77]"])
    #expect(Comparison(old, other).examinedProcesses.isEmpty)
  }

  /// Name and id go before the name alone, and that before an excerpt's id; nothing is used twice.
  @Test(arguments: [
    (["a 1", "a 2"], ["a 2", "a 1"], ["a 2=2", "a 1=1"]),
    (["a 1", "a 2"], ["a 3", "a 4", "a 5"], ["a 3=1", "a 4=2"]),
    (["- 7"], ["a 7"], ["a 7=7"]),
    (["a 7"], ["- 7"], ["- 7=7"]),
    (["- 7", "a 8"], ["a 7"], ["a 7=8"]),
    (["b 7"], ["a 7"], []),
    (["a 1"], ["a 1", "a 1"], ["a 1=1"]),
  ])
  func `each process is matched once`(
    _ old: [String], _ new: [String], _ expected: [String]
  ) throws {
    let found = Comparison(try leaks(of: old), try leaks(of: new)).examinedProcesses
    let matched = found.map { process in
      let pid = { (detail: ProcessDetail) in detail.pid.map { "\($0)" } ?? "-" }
      return "\(process.new.name ?? "-") \(pid(process.new))=\(pid(process.old))"
    }
    #expect(matched == expected)
  }

  /// Outputs of leaks, one a member, since a second output of a process is of another moment.
  private func leaks(of processes: [String]) throws -> Snapshot {
    let texts = processes.enumerated().map { place, process in
      let words = process.split(separator: " ")
      let head = words[0] == "-" ? "" : "Process:         \(words[0]) [\(words[1])]\n\n"
      return (
        "leaks-\(place).txt", head + "Process \(words[1]): 1 leak for 16 total leaked bytes.\n"
      )
    }
    return try HandMadeSnapshot(members: Dictionary(uniqueKeysWithValues: texts)).snapshot()
  }

  @Test func `types that macOS 27 renamed are the same`() throws {
    let old = try snapshot(
      "Example", pid: 9, footprint: 100, types: [("MALLOC_SMALL", 60), ("VM_ALLOCATE", 5)])
    let new = try snapshot(
      "Example", pid: 9, footprint: 100, types: [("Malloc Small", 61), ("Untagged", 5)])
    let process = try #require(Comparison(old, new).examinedProcesses.first)
    #expect(brief(process.types) == ["Malloc Small \(1 << 20) grew", "Untagged 0 same"])
  }

  /// Without the columns nothing grew from zero.
  @Test func `a text without dirty memory is not compared`() throws {
    let old = try HandMadeSnapshot(members: [
      "vmmap.txt": """
      Process:         Example [9]
      ----
      REGION TYPE                      VIRTUAL
      Stack                              9752K
      TOTAL                              9752K

      """
    ]).snapshot()
    let new = try snapshot("Example", pid: 9, footprint: 100, types: [("Stack", 5)])
    let process = try #require(Comparison(old, new).examinedProcesses.first)
    #expect(process.types.isEmpty)
    #expect(process.footprint == nil)
  }
}
