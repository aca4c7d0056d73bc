import MemorySections
import Testing

/// Panics and jetsam events.
@Suite struct ReportTests {
  private static let lines = [
    "panic(cpu 2 caller 0xfffffe002f1cd120): zalloc[3]: zone map exhausted while allocating from zone [data.kalloc.512], likely due to memory leak in zone [data.kalloc.1024] (20G, 21182160 elements allocated) @zalloc.c:4534",
    "Panicked task 0xfffffe252683aaf8: 2720 pages, 5 threads: pid 402: WindowServer",
    "      Kernel Extensions in backtrace:",
    "         com.example.driver.Widget(1.0)[92ED98F1-1757-3D0F-96EA-D303AF4020D1]@0xfffffe001ece57d0->0xfffffe001ecf70f3",
    "            dependency: com.apple.iokit.IOPCIFamily(2.9)[92ED98F1]@0xfffffe001ed00000->0xfffffe001ed0ffff",
    "         com.example.filter.Gadget(2.1)[92ED98F1-1757-3D0F-96EA-D303AF4020D2]@0xfffffe001ed10000->0xfffffe001ed1ffff",
    "last started kext at 123: com.example.Other 1.0 (addr 0xffffff7f80000000, size 4096)",
  ]

  private func panic(_ text: String) throws -> Panic? {
    try read(text, as: .panic).content as? Panic
  }

  private func jetsam(_ text: String) throws -> Jetsam? {
    try read(text, as: .jetsam).content as? Jetsam
  }

  @Test(
    arguments: [
      lines.joined(separator: "\n"),
      #"{"os_version":"1","panicString":"\#(lines.joined(separator: #"\n"#))\n\"x\"","y":1}"#,
    ])
  func aPanicIsReadAsTextAndAsJSON(_ text: String) throws {
    let panic = try #require(try panic(text))
    #expect(panic.message == Self.lines[0])
    #expect(panic.line == 1)
    #expect(panic.exhaustedZone == "data.kalloc.512")
    #expect(panic.suspectedZone?.name == "data.kalloc.1024")
    #expect(panic.suspectedZone?.size?.bytes == 21_474_836_480)
    #expect(panic.suspectedZone?.elements == 21_182_160)
    #expect(panic.task == "pid 402: WindowServer")
    #expect(panic.kextsInBacktrace == ["com.example.driver.Widget", "com.example.filter.Gadget"])
  }

  @Test(
    arguments: [
      (
        "in zone kalloc.1024 (3888533504 total bytes, 15163226 elements allocated)",
        "kalloc.1024", 3_888_533_504, 15_163_226
      ),
      ("in zone kalloc.1024, and no more", "kalloc.1024", nil, nil),
      ("in zone [a zone] (many, few elements)", "a zone", nil, nil),
    ] as [(String, String, Int?, Int?)])
  func theSuspectedZoneIsReadInItsForms(
    _ text: String, _ name: String, _ bytes: Int?, _ elements: Int?
  ) throws {
    let panic = try panic("panic(cpu 0 caller 0x1): likely due to memory leak \(text)\n")
    #expect(panic?.suspectedZone?.name == name)
    #expect(panic?.suspectedZone?.size?.bytes == bytes)
    #expect(panic?.suspectedZone?.elements == elements)
    #expect(panic?.exhaustedZone == nil)
  }

  @Test(arguments: [
    "no panic\n", #"{"panicString":""}"#, #"{"panicString":"\"#, #"{"panicString""#,
  ])
  func withoutAPanicNothingIsSaid(_ text: String) throws {
    #expect(try panic(text) == nil)
  }

  @Test(arguments: ["\n", " "])
  func aJetsamEventIsReadOnOneLineOrMany(_ separator: String) throws {
    let text = [
      #"{"bug_type":"298","timestamp":"2020-01-02 03:04:05.00 +0000"}"#, #"{ "memoryStatus" : {"#,
      #""compressorSize" : 96635,"#, #""zoneMapCap" : 1472872448,"#, #""largestZone" : "APFS_4K","#,
      #""largestZoneSize" : 41271296,"#, #""pageSize" : 16384,"#, #""zoneMapSize" : 197189632,"#,
      #""memoryPages" : {"active" : 45,"#, #""inactive" : 43,"#, #""free" : 7,"wired" : 49236 }},"#,
      #""largestProcess" : "Example","#, #""processes" : [{"#, #""pageSize" : 1,"free" : 2}]}"#,
    ].joined(separator: separator)
    let jetsam = try #require(try jetsam(text))
    #expect(jetsam.time == "2020-01-02 03:04:05.00 +0000")
    #expect(jetsam.pageSize == 16_384)
    #expect(jetsam.compressorPages == 96_635)
    #expect(jetsam.zoneMapSize?.bytes == 197_189_632)
    #expect(jetsam.zoneMapCapacity?.bytes == 1_472_872_448)
    #expect(jetsam.largestZone == "APFS_4K")
    #expect(jetsam.largestZoneSize?.bytes == 41_271_296)
    #expect(jetsam.largestProcess == "Example")
    #expect(jetsam.pages == ["active": 45, "inactive": 43, "free": 7, "wired": 49_236])
  }

  @Test(
    arguments: [
      "{}", #"{"memoryStatus":{"zoneMapSize":"big"}}"#, #"{"memoryStatus":{"zoneMapSize" 1}}"#,
      #"{"memoryStatus":{"zoneMapSize":1125899906842625}}"#, #"{"zoneMapSize":1}"#,
    ])
  func withoutMemoryNothingIsSaid(_ text: String) throws {
    #expect(try jetsam(text) == nil)
  }
}
