import Foundation
import Testing

@testable import TestSupport

/// What leads a report whose input is an event, or a text with a fault.
struct LoneEventTests {
  private func shipped(_ member: String) throws -> String {
    String(decoding: try TestArchive(name: "macos-26-after-panic").text(member), as: UTF8.self)
  }

  @Test(
    "a lone event leads with itself: machine, time, victim, largest process",
    arguments: [
      (
        """
        {"bug_type":"298","timestamp":"2026-05-28 01:35:47.00 -0500","os_version":"iPhone OS 18.5 (22F76)"}
        {"product":"iPhone14,7","largestProcess":"Feed","memoryStatus":{"pageSize":16384},
        "processes":[{"pid":86,"name":"Clip","rpages":6400,"reason":"per-process-limit"},
        {"pid":87,"name":"Feed","rpages":64000}]}

        """,
        "Memory ran short at 2026-05-28 01:35:47.00 -0500: Clip 100 MB was killed; the largest process was Feed 0.98 GB.",
        "iPhone14,7  iOS 18.5 (22F76)"
      ),
      (
        "{\n\"largestProcess\": \"node\",\n\"memoryStatus\": {\"memoryPages\": {\"free\": 9}}\n}\n",
        "Memory ran short; the largest process was node.", "Unknown machine"
      ),
      (
        """
        {"bug_type":"210","timestamp":"2026-08-09 03:41:24.00 -0700","os_version":"macOS 26.5 (25F80)"}
        {"product":"Mac16,5","panicString":"panic(cpu 3): watchdog timeout: no checkins\\n"}

        """,
        "Nothing in the panic points at memory: panic(cpu 3): watchdog timeout: no checkins.",
        "Mac16,5  macOS 26.5 (25F80)"
      ),
      // A zone whose size the panic does not give.
      (
        """
        panic(cpu 0 caller 0x1): "zalloc: zone \\"kernel map entries\\" empty."@/x/zalloc.c:948

        """,
        """
        CRITICAL: the kernel panicked for zone kernel.map.entries: what the zone holds at the capture \
        is not known; nothing more is known.
        """,
        "Unknown machine"
      ),
      // A message that is cut ends with a whole word.
      (
        """
        panic(cpu 3): watchdog timeout: no checkins from watchdogd in 93 seconds (23277 total checkins \
        since monitoring last enabled), none from logd in 120 seconds (17 total checkins)

        """,
        """
        Nothing in the panic points at memory: panic(cpu 3): watchdog timeout: no checkins from \
        watchdogd in 93 seconds (23277 total checkins since monitoring last enabled), none from logd \
        in 120 seconds…
        """,
        "Unknown machine"
      ),
    ])
  func event(_ text: String, _ verdict: String, _ machine: String) async throws {
    let scratch = try Scratch()
    let run = try await Program.run([try scratch.write(text, to: "pasted.ips")])
    #expect(run.status == 0)
    #expect(run.outputLines.first == verdict)
    #expect(run.outputLines.contains(machine))
    #expect(!run.output.contains("missing:"))
  }

  @Test("a fault of the text does not hide what it says of memory")
  func cut() async throws {
    let scratch = try Scratch()
    let whole = try shipped("footprint-all.txt")
    // Cut within the table of a process: the sum is a lower bound.
    let path = try scratch.write(String(whole.prefix(whole.count / 2)), to: "footprint-all.txt")
    let run = try await Program.run([path])
    let first = try #require(run.outputLines.first)
    #expect(first.hasPrefix("WARNING: footprint is cut short: its text breaks off;"), "\(first)")
    #expect(
      first.contains(#/The kernel holds [0-9.,]+ GB, at most [0-9]+ % of kernel/#), "\(first)")
  }

  @Test("one panic in two files is one finding and one event")
  func twice() async throws {
    let scratch = try Scratch()
    _ = try scratch.folder("top")
    let text = """
      {"bug_type":"210","timestamp":"2026-08-09 03:41:24.00 -0700"}
      {"panicString":"panic(cpu 3): zalloc: zone map exhausted while allocating from zone kalloc.64\\n"}

      """
    for name in ["panic-full-1.ips", "panic-base-1.ips"] {
      _ = try scratch.write(text, to: "top/\(name)")
    }
    let run = try await Program.run([scratch("top"), "--format", "jsonl"])
    #expect(run.output.matches(of: #/"id":"panic-zone"/#).count == 1)
    #expect(try ReportObject(run.output).sections.filter { $0.kind == "panic" }.count == 2)
  }

  @Test("events that disagree, or stand beside a capture, do not name its machine")
  func foreignEvents() async throws {
    let scratch = try Scratch()
    _ = try scratch.folder("top")
    for (number, model) in ["Mac16,5", "Mac14,2"].enumerated() {
      let text =
        "{\"bug_type\":\"210\"}\n{\"product\":\"\(model)\",\"panicString\":\"panic(cpu 3): a\"}\n"
      _ = try scratch.write(text, to: "top/panic-full-\(number).ips")
    }
    let run = try await Program.run([scratch("top"), "--format", "jsonl"])
    #expect(try ReportObject(run.output).archive.model == nil)
    try FileManager.default.removeItem(atPath: scratch("top/panic-full-1.ips"))
    let agreed = try await Program.run([scratch("top"), "--format", "jsonl"])
    #expect(try ReportObject(agreed.output).archive.model == "Mac16,5")
    _ = try scratch.write(shipped("vm_stat.txt"), to: "top/vm_stat.txt")
    let beside = try await Program.run([scratch("top"), "--format", "jsonl"])
    #expect(try ReportObject(beside.output).archive.model == nil)
  }
}
