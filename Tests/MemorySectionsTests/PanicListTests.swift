import MemorySections
import Testing

/// The lists at the end of a panic: zones, kexts of the backtraces, loaded kexts.
@Suite struct PanicListTests {
  private static let message =
    #"panic(cpu 1 caller 0xffffff8000): "zalloc: \"kalloc.64\" (9 elements) retry fail 3"@/x/zalloc.c:1"#

  static let zoneLists = [
    """
    System uptime in nanoseconds: 5000000000
    Panics Since Last Report:          18
    vm objects:2000000
    kalloc.64:6000000
    Kernel Stacks:700000
    PageTables:800000
    Kalloc.Large:900000
    loaded kexts:
    """,
    """
    Zone Name            Cur Size   Free Size
    vm objects              2000000      1000
    kalloc.64               6000000         0
    Kernel Stacks            700000
    PageTables               800000
    Kalloc.Large             900000

    Kmod        Size
    12        123456
    """,
  ]

  @Test(arguments: zoneLists, [true, false])
  func zonesAreListed(_ list: String, _ hasMessage: Bool) throws {
    let text = hasMessage ? Self.message + "\n\n" + list : list
    let panic = try #require(try panic(of: text))
    #expect(panic.kind == .zoneExhausted)
    #expect(panic.zones.map(\.name) == ["vm objects", "kalloc.64"])
    #expect(panic.zones.map(\.size.bytes) == [2_000_000, 6_000_000])
    #expect(panic.listedZonesSize.bytes == 8_000_000)
    #expect(
      panic.listedOutsideZones.map(\.name) == ["Kernel Stacks", "PageTables", "Kalloc.Large"])
    #expect(panic.listedOutsideZones.map(\.size.bytes) == [700_000, 800_000, 900_000])
    #expect(panic.zone?.name == "kalloc.64")
    #expect(panic.zone?.size?.bytes == 6_000_000)
    #expect(panic.zone?.elements == (hasMessage ? 9 : nil))
    #expect(panic.message.isEmpty != hasMessage)
  }

  @Test func freeSizesAreRead() throws {
    let panic = try #require(try panic(of: Self.zoneLists[1]))
    #expect(panic.zones.map(\.free?.bytes) == [1000, 0])
    #expect(panic.zones.map(\.size.line) == [2, 3])
  }

  @Test func theSuspectedBacktraceStandsApart() throws {
    let text = """
      \(Self.message)
      Backtrace (CPU 1), Frame : Return Address
      0xffffff8231c13b50 : 0xffffff802fc22fa9
            Kernel Extensions in backtrace:
               com.example.fs.Caller(1.0)[F40D547D-33B9]@0xffffff7fb0217000->0xffffff7fb0223fff
                  dependency: com.apple.iokit.IOPCIFamily(2.9)[92ED98F1]@0xffffff7fb0300000->0xffffff7fb030ffff

      Backtrace suspected of leaking: (outstanding bytes: 5120)
      0xffffff802fc5220d
            Kernel Extensions in backtrace:
               com.example.driver.Holder(2.1)@0xffffff7fb0224000->0xffffff7fb0426fff
               com.example.driver.Holder(2.1)@0xffffff7fb0224000->0xffffff7fb0426fff

      BSD process name corresponding to current thread: exampled
      0xffffff8040eb3460 : 0xffffff7f80e8e7df com.example.late : _alloc + 0x2f
      """
    let panic = try #require(try panic(of: text))
    #expect(panic.kextsInBacktrace == ["com.example.fs.Caller", "com.example.late"])
    #expect(panic.kextsSuspected == ["com.example.driver.Holder"])
    #expect(panic.suspectedBacktrace?.outstanding?.bytes == 5120)
    #expect(panic.suspectedBacktrace?.line == 8)
    #expect(panic.task == "exampled")
  }

  @Test func brokenKextRowsAreOne() throws {
    let text = """
      \(Self.message)
            Kernel Extensions in backtrace:
               com.example.driver.One(1.0)[92ED98F1-1757-3D0F-96EA-D303AF4020D1]
      @0xfffffe001ece57d0->0xfffffe001ecf70f3
                  dependency:
      com.apple.iokit.IOPCIFamily(2.9)[92ED98F1]@0xfffffe001ed00000->0xfffffe001ed0ffff
               com.example.driver.Two(3)[92ED98F1]@0xfffffe001ed10000->
      0xfffffe001ed1ffff
      """
    #expect(
      try panic(of: text)?.kextsInBacktrace == ["com.example.driver.One", "com.example.driver.Two"])
  }

  @Test func loadedKextsAreRead() throws {
    let text = """
      \(Self.message)
      unloaded kexts:
      com.example.gone\t1.0 (addr 0xffffff7f81176000, size 0x12288) - last unloaded 138523242006358
      loaded kexts:
      com.example.driver.Widget        11.0.6
      com.apple.filesystems.afpfs\t9.7.1 - last loaded
      138390991928200
      >!AHPM\t3.4.4
      @filesystems.autofs\t3.0

      com.example.after\t1.0
      """
    let panic = try #require(try panic(of: text))
    #expect(
      panic.loadedKexts.map(\.name) == [
        "com.example.driver.Widget", "com.apple.filesystems.afpfs", ">!AHPM", "@filesystems.autofs",
      ])
    #expect(panic.loadedKexts.map(\.version) == ["11.0.6", "9.7.1", "3.4.4", "3.0"])
    #expect(panic.loadedKexts.map(\.isThirdParty) == [true, false, false, false])
  }

  @Test("lists are limited")
  func listsAreCapped() throws {
    let rows = (0..<5000).map { "com.example.kext\($0)\t1.\($0)" }
    let kexts = (0..<5000).map { "  com.example.k\($0)(1)[A]@0x1->0x2" }
    let zones = (0..<5000).map { "zone.\($0):2000000" }
    let text = [
      Self.message, "Kernel Extensions in backtrace:", kexts.joined(separator: "\n"), "",
      zones.joined(separator: "\n"), "loaded kexts:", rows.joined(separator: "\n"),
    ].joined(separator: "\n")
    let panic = try #require(try panic(of: text))
    #expect(panic.kextsInBacktrace.count == 256)
    #expect(panic.zones.count == 1000)
    #expect(panic.loadedKexts.count == 1000)
  }
}
