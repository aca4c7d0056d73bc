/// Sections shared by several tests.
enum Samples {
  /// 1000 K in two zones.
  static let zones: [(name: String, size: Int?)] = [("a", 600), ("b", 400)]

  /// A wired table with 740 K outside the zones, 64 K of them MLOCK; a breakdown repeats 50 K.
  static let wired = ZprintText(
    zones: zones,
    wired: [
      ("VM_KERN_COUNT_RESERVED", 0, 128), ("VM_KERN_MEMORY_IOKIT", 3, 300),
      ("VM_KERN_MEMORY_KEXT", 6, 32), ("VM_KERN_MEMORY_MLOCK", 24, 64),
      ("VM_KERN_MEMORY_OSFMK", 1, 200), ("com.example.driver.Widget", 50, 16),
      ("data.kalloc.1024[zone]", 13, 50),
    ])

  /// A kernel_task of 1600 K and two processes of 8,000,000 bytes, 1,000,000 of them shared.
  static let footprint = FootprintText(
    processes: [
      FootprintText.Process(
        name: "kernel_task", bytes: 1600 << 10,
        categories: [("kalloc.1024", 1000 << 10), ("VM_KERN_MEMORY_IOKIT", 600 << 10)]),
      FootprintText.Process(name: "launchd", bytes: 5_000_000, swapped: 500_000, wired: 40_000),
      FootprintText.Process(name: "logd", bytes: 3_000_000, swapped: 250_000, wired: 20_000),
    ], summary: (1600 << 10) + 7_000_000)
}
