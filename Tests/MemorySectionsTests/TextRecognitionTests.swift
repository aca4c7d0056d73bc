import MemorySections
import Testing

/// Each section is recognized by its text alone.
@Suite struct TextRecognitionTests {
  /// The beginnings of texts as people paste them.
  static let texts: [(kind: SectionKind, text: String)] = [
    (
      .zprint,
      """
      $ sudo zprint
                                  elem         cur         max        cur         max
      zone name                   size        size        size      #elts       #elts
      ---------------------------------------------------------------------------------
      kalloc.16                     16      17320K      19951K    1108480     1276896
      """
    ),
    (
      .zprint,
      """
      kalloc.16                     16      17320K      19951K    1108480     1276896     1060838
      vm.objects                   256      22704K    --------      90816      116864       87877
      """
    ),
    (.zprint, "vm objects zone:\n    cur_size:    22704K bytes (90816 elements)\n"),
    (.zprint, "wired memory            id    tag    size\nVM_KERN_MEMORY_OSFMK  1  100K\n"),
    (.zprint, "zprint: mach_memory_info failed: (entitlement required or rate-limit exceeded)\n"),
    (
      .footprint,
      """
      ======================================================================
      sleep [39461]: 64-bit    Footprint: 832 KB (16384 bytes per page)
      ======================================================================
      """
    ),
    (.footprint, "{\"unit\":\"byte\",\"bytes per unit\":1,\"total footprint\":1000}"),
    (
      .kextstat, "Executing: /usr/bin/kmutil showloaded\nIndex Refs Address    Size   Wired  Name\n"
    ),
    (
      .kextstat,
      "  153    0 0x5762e000 0x5000     0x4000     com.example.driver (1.0.0d1) <46 5 4>\n"
    ),
    (
      .vmStat,
      "Mach Virtual Memory Statistics: (page size of 4096 bytes, cache hits 0%)\n free active\n"
    ),
    (.sysctl, "user.cs_path: /usr/bin\nkern.ostype: Darwin\nhw.memsize: 17179869184\n"),
    (.sysctl, "hw.memsize = 17179869184\r\n"),
    (.swap, "vm.swapusage: total = 2048.00M  used = 1165.25M  free = 882.75M  (encrypted)\n"),
    (
      .collectionLog,
      "2026-01-01 10:00:00: zprint (/usr/bin/zprint-t -w): Req - 0011 State - 00B8. Did conditions pass: 0\n"
    ),
    (
      .taskSummary,
      "Concurrent group 2\n\"/usr/bin/footprint -a\",\"exited with status 0\",44.61,180\n"
    ),
    (.systemVersion, "ProductName:\tmacOS\nProductVersion:\t15.5\nBuildVersion:\t24F74\n"),
    (
      .systemVersion,
      "<?xml version=\"1.0\"?>\n<dict>\n\t<key>ProductVersion</key>\n\t<string>15.5</string>\n"
    ),
    (
      .spindump,
      "Date/Time:        2026-01-01 10:00:00 -0500\nEnd time:         2026-01-01 10:00:10\n"
    ),
    (.spindump, "Date/Time:        2026-01-01 10:00:00 -0500\nMemory size:      36 GB\n"),
    (
      .top, "Processes: 288 total\nPhysMem: 16G used (3680M wired, 665M compressor), 469M unused.\n"
    ),
    (.taskInfo, ProcessTexts.taskInfo),
    (.taskInfo, "num tasks: 291\n"),
    (.spindump, "Process:          logd [58]\nFootprint:        14.91 MB\n"),
    (.jetsamPriority, ProcessTexts.jetsamPriority),
    (.ps, ProcessTexts.ps), (.ps, ProcessTexts.psThread),
    (.vmmap, ProcessToolTexts.head("vmmap")), (.vmmap, ProcessToolTexts.types),
    (.vmmap, ProcessToolTexts.zones), (.vmmap, VmmapListTests.list),
    (.vmmap, "vmmap cannot examine process 7 (x) because it is gone; try running with `sudo`.\n"),
    (.heap, ProcessToolTexts.head("heap")), (.heap, ProcessToolTexts.heapBody),
    (.heap, "Zone DefaultMallocZone_0x1: Overall size: 18432KB; 1159 nodes malloced for 136KB\n"),
    (.leaks, ProcessToolTexts.head("leaks")), (.leaks, ProcessToolTexts.leaksBody),
    (.leaks, "Process 26089: 749 nodes malloced for 85 KB\n"),
    (
      .panic,
      "\u{FEFF}Anonymous UUID: 0\n\n*** Panic Report ***\npanic(cpu 2 caller 0xffffff80): \"x\"\n"
    ),
    (.panic, "> panic(cpu 8 caller 0xfffffe00): watchdog timeout: no checkins from\n> watchdogd\n"),
    (
      .panic,
      "{\"bug_type\":\"210\",\"timestamp\":\"2026-01-01\"}\n{\"panicString\":\"panic(cpu 3): x\"}\n"
    ),
    (.jetsam, "{\"bug_type\":\"298\",\"timestamp\":\"2026-01-01\"}\n{\n  \"build\" : \"x\"\n"),
    (.jetsam, "{\n\"largestProcess\": \"node\",\n\"memoryStatus\": {\n"),
    (
      .kernelLog,
      "2026-01-01 10:00:00 kernel: zone_map_exhaustion: Zone map size 6126231552, capacity 6442450944\n"
    ),
  ]

  @Test(arguments: texts)
  func `a text is known by its beginning`(_ sample: (kind: SectionKind, text: String)) {
    #expect(SectionCatalog.kind(of: TextHead(Array(sample.text.utf8))) == sample.kind)
  }

  @Test(arguments: SectionKind.allCases)
  func `every section of the registry is known by a text`(_ kind: SectionKind) {
    #expect(Self.texts.contains { $0.kind == kind }, "add a text of \(kind.rawValue)")
  }

  @Test(arguments: [
    "", "\n\n", "nothing of note", "{\"name\":\"x\"}", "Dear all, our zprint output is attached.",
    "kernel: hello\nhardware: yes\n", "1 2 3 4 5 6 7\n",
    "ProductName: Widget\n", "{\"bug_type\":\"309\",\"app_name\":\"Finder\"}\n{\"uptime\":298}\n",
  ])
  func `prose and other reports are no section`(_ text: String) {
    #expect(SectionCatalog.kind(of: TextHead(Array(text.utf8))) == nil)
  }

  @Test func `only the beginning is looked at`() {
    let far = String(repeating: "x\n", count: TextHead.mostBytes) + "panic(cpu 0 caller 0x0)\n"
    #expect(SectionCatalog.kind(of: TextHead(Array(far.utf8))) == nil)
  }
}
