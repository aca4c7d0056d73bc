import Foundation
import MemorySections
import Testing

/// Published reports and logs; they are not in the project and may be missing.
@Suite(.enabled(if: RealOutputTests.areHere, "the published reports are not beside the project"))
struct EventCaseTests {
  private func text(_ name: String) throws -> String {
    try String(contentsOf: RealOutputTests.root.appending(path: "cases/" + name), encoding: .utf8)
  }

  private func panic(_ name: String) throws -> Panic {
    try #require(try MemorySectionsTests.panic(of: text(name)))
  }

  @Test func exhaustedZones() throws {
    let old = try panic("10.10-zone-list-and-kexts.panic")
    #expect(old.kind == .zoneExhausted)
    #expect(old.zone?.name == "kalloc.256")
    #expect(old.zone?.size?.bytes == 1_886_609_408)
    #expect(old.exhaustedZone == "kalloc.8192")
    #expect(old.build == "14B25")
    #expect(old.uptimeSeconds == 166_325)
    #expect(try panic("10.12.6-process-named.panic").processName == "vpnserver")
    let retried = try panic("10.8-retry-fail.panic")
    #expect(retried.zone?.name == "kalloc.1024")
    #expect(retried.zone?.elements == 100_535)
    #expect(try panic("10.6.8-zone-empty.panic").zone?.name == "kernel map entries")
  }

  @Test func aListOfZones() throws {
    let panic = try panic("10.6.8-zone-list.panic")
    #expect(panic.largestZone?.name == "kalloc.512")
    #expect(panic.largestZone?.size.bytes == 938_160_128)
    // 1,177,802,504 with stacks, page tables and large allocations, added up independently.
    #expect(panic.listedZonesSize.bytes == 1_177_802_504 - 1_900_544 - 25_886_720 - 9_515_656)
    #expect(panic.loadedKexts.count == 9)
    #expect(panic.build == "10K549")
  }

  @Test func damageAndSuspicion() throws {
    let damaged = try panic("10.15.7-freed-element.panic")
    #expect(damaged.kind == .zoneCorrupted)
    #expect(damaged.corruptedZone == "buf.8192")
    let suspected = try panic("10.9-suspected-backtrace.panic")
    #expect(suspected.kextsSuspected == ["com.example.driver.Leaky"])
    #expect(suspected.suspectedBacktrace?.outstanding?.bytes == 3776)
    #expect(suspected.kextsInBacktrace == ["com.apple.filesystems.hfs.kext"])
  }

  @Test func compressors() throws {
    for (name, files, swap) in [
      ("compressor-segments.panic", 8, "LOW"), ("panic-full-2026-08-09-034124.0002.ips", 68, "OK"),
    ] {
      let panic = try panic(name)
      #expect(panic.kind == .compressorExhausted)
      #expect(panic.compressor?.segmentsState == "BAD")
      #expect(panic.compressor?.swapfiles == files)
      #expect(panic.compressor?.swapSpace == swap)
    }
    let processes = try panic("panic-full-2026-08-09-034124.0002.ips").processes
    #expect(processes.map(\.name) == ["node", "claude.exe"])
  }

  @Test func aWrappedPaste() throws {
    let panic = try panic("26.5-wrapped-paste.panic")
    #expect(
      panic.message.hasSuffix(
        "from watchdogd in 93 seconds (23277 total checkins since monitoring last enabled)"))
    #expect(panic.build == "25F80")
  }

  @Test func kills() throws {
    let phone = try #require(try jetsam(of: text("JetsamEvent-ios18.5.ips")))
    #expect(phone.largestProcess == "kernel_task")
    #expect(phone.pages["wired"] == 66_530)
    #expect(phone.processes.map(\.name) == ["OTACrashCopier"])
    #expect(phone.size(ofPages: phone.processes.first?.residentPages)?.bytes == 2_080_768)
    let mac = try #require(try jetsam(of: text("JetsamEvent-macos15.5-excerpt.ips")))
    #expect(mac.largestProcess == "node")
    #expect(mac.pages == ["free": 4275, "anonymous": 225_891, "active": 179_186])
  }

  @Test func aKernelLog() throws {
    let log = try #require(try kernelLog(of: text("zone-map-exhaustion.system.log")))
    #expect(log.fullest?.zoneMapCapacity?.bytes == 6_442_450_944)
    #expect(log.fullest?.limitPercent == 95)
    #expect(log.fullest?.largestZone == "kalloc.128")
    #expect(log.fullest?.largestZoneSize?.bytes == 5_229_490_176)
  }

  @Test func names() throws {
    let kinds = try lines(of: text("member-names.txt")).filter { !$0.isEmpty }
      .map(SectionCatalog.kind(ofMember:))
    #expect(kinds == [.panic, .panic, .jetsam])
  }
}
