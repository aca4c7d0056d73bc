extension SectionKind {
  /// A kernel log about a nearly full zone map.
  public static let kernelLog = SectionKind("kernelLog", KernelLogParser.self)
}

extension KernelLog: MemorySection {
  /// `system.log` or `kernel.log`.
  public static let descriptor = SectionDescriptor(
    kind: .kernelLog,
    title: "system.log",
    summary: "times when the zone map was nearly full",
    meaning: """
      The lines `zone_map_exhaustion` of system.log or kernel.log: how much of the zone map was in \
      use when the kernel looked for a process to end, and which zone was the largest.
      """,
    sources: ["xnu osfmk/kern/zalloc.c"],
    otherNames: ["zone_map_exhaustion"],
    members: ["system.log", "system.log.0", "system.log.1", "kernel.log", "kernel.log.0"])

  /// Whether a line is about a nearly full zone map.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.hasLine(holding: "zone_map_exhaustion:")
  }
}
