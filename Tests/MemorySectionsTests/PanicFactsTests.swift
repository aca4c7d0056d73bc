import MemorySections
import Testing

/// The facts about the machine in a panic's text.
@Suite struct PanicFactsTests {
  private static let message = #"panic(cpu 1 caller 0xffffff8000): "no reason"@/x/y.c:1"#

  @Test(
    arguments: [
      ("BSD process name corresponding to current thread: vpnd", "vpnd", "vpnd"),
      ("BSD process name corresponding to current\nthread: vpnd", "vpnd", "vpnd"),
      ("BSD process name corresponding to current thread: Unknown", nil, nil),
      (
        "Process name corresponding to current thread (0xffffff8): Web Content", "Web Content",
        "Web Content"
      ),
      (
        "Panicked task 0xfffffe2: 2720 pages, 5 threads: pid 402: Server", "pid 402: Server",
        "Server"
      ),
      (
        "Panicked task 0xfffffe2: 2720 pages, 5\nthreads: pid 402: Server", "pid 402: Server",
        "Server"
      ),
    ] as [(String, String?, String?)])
  func theProcessIsNamed(_ text: String, _ task: String?, _ name: String?) throws {
    let panic = try panic(of: Self.message + "\n\n" + text + "\n\nEnd")
    #expect(panic?.task == task)
    #expect(panic?.processName == name)
  }

  @Test(
    arguments: [
      ("Mac OS version:\n10K549\n", nil, "10K549"), ("OS version: 25F80", nil, "25F80"),
      ("Mac OS version:\nNot yet set\n", nil, nil),
      ("OS Version:  Mac OS X 10.10.1 (Build 14B25)", "10.10.1", "14B25"),
      (
        "Debugger message: panic Memory ID: 0xff OS release type: User OS version: 22F5027f", nil,
        "22F5027f"
      ),
    ] as [(String, String?, String?)])
  func theVersionIsRead(_ text: String, _ version: String?, _ build: String?) throws {
    let panic = try panic(of: Self.message + "\n\n" + text)
    #expect(panic?.osVersion == version)
    #expect(panic?.build == build)
  }

  @Test(
    arguments: [
      ("System uptime in nanoseconds: 166325184375961", 166_325),
      (
        "Epoch Time:        sec       usec\n  Boot    : 0x65a1f2c0 0x0003c1d0\n  Sleep   : 0x0 0x0\n  Calendar: 0x65a1f3c0 0x000b4a2e",
        256
      ),
      ("  Boot    : 0x65a1f2c1 0x0\n  Calendar: 0x65a1f2c0 0x0", nil),
      ("System uptime in nanoseconds: 99999999999999999999", nil),
    ] as [(String, Int?)])
  func theUptimeIsRead(_ text: String, _ seconds: Int?) throws {
    #expect(try panic(of: Self.message + "\n\n" + text)?.uptimeSeconds == seconds)
  }

  @Test func theTimeAndModelAreRead() throws {
    let panic = try panic(
      of:
        "Wed Jan 14 02:11:29 2015\n\n*** Panic Report ***\n\(Self.message)\n\nSystem model name: Mac16,5 (Mac-1)\n"
    )
    #expect(panic?.time == "Wed Jan 14 02:11:29 2015")
    #expect(panic?.model == "Mac16,5")
    #expect(panic?.line == 4)
  }

  struct Info: Sendable {
    let text: String
    let kind: Panic.Kind
    var pages: Int?
    var segments: Int?
    var files: Int?
    var swap: String?
    var isExhausted = false
  }

  static let infos = [
    Info(
      text:
        "Compressor Info: 100% of compressed pages limit (BAD) and 37% of segments limit (OK) with 12 swapfiles and OK swap space",
      kind: .compressorExhausted, pages: 100, segments: 37, files: 12, swap: "OK", isExhausted: true
    ),
    Info(
      text:
        "Compressor Info: 21% of compressed pages limit (OK) and 100% of segments\nlimit (BAD) with 1 swapfile and\nLOW swap space",
      kind: .compressorExhausted, pages: 21, segments: 100, files: 1, swap: "LOW", isExhausted: true
    ),
    Info(
      text:
        "Compressor Info: 5% of compressed pages limit (OK) and 6% of segments limit (OK) with 0 swapfiles and LOW swap space",
      kind: .compressorExhausted, pages: 5, segments: 6, files: 0, swap: "LOW"),
    Info(
      text:
        "Compressor Info: 5% of compressed pages limit (OK) and 6% of segments limit (OK) with 0 swapfiles and OK swap space",
      kind: .other, pages: 5, segments: 6, files: 0, swap: "OK"),
    Info(text: "Compressor Info: nothing with swap space", kind: .other),
  ]

  @Test(arguments: infos)
  func theCompressorIsRead(_ info: Info) throws {
    let text = "panic(cpu 1): userspace watchdog timeout: no successful checkins\n" + info.text
    let panic = try #require(try panic(of: text + "\nEnd: 1\n"))
    #expect(panic.kind == info.kind)
    #expect(panic.compressor?.pagesPercent == info.pages)
    #expect(panic.compressor?.segmentsPercent == info.segments)
    #expect(panic.compressor?.swapfiles == info.files)
    #expect(panic.compressor?.swapSpace == info.swap)
    #expect((panic.compressor?.isExhausted ?? false) == info.isExhausted)
  }

  @Test func aBrokenSentenceIsOne() throws {
    let text = """
      > panic(cpu 4 caller 0xfffffe00538ac33c): zalloc[3]: zone map exhausted while
      > allocating from zone [data.kalloc.64], likely due to memory leak in zone
      > [data.kalloc.32] (4G, 77 elements allocated) @zalloc.c:4534
      > Debugger message: panic
      """
    let panic = try #require(try panic(of: text))
    #expect(
      panic.message
        == "panic(cpu 4 caller 0xfffffe00538ac33c): zalloc[3]: zone map exhausted while allocating from zone [data.kalloc.64], likely due to memory leak in zone [data.kalloc.32] (4G, 77 elements allocated) @zalloc.c:4534"
    )
    #expect(panic.suspectedZone?.name == "data.kalloc.32")
    #expect(panic.suspectedZone?.elements == 77)
  }

  @Test func whatFollowsASentenceIsNotPartOfIt() throws {
    let first = "panic(cpu 8 caller 0xfffffe00538ac33c): watchdog timeout in 93 seconds"
    for next in [
      "Debugger message: panic", "Compressor Info: 1%", "", "0xffff : 0xffff", "Kernel version: x",
    ] {
      #expect(try panic(of: "\(first)\n\(next)\n")?.message == first)
    }
  }
}
