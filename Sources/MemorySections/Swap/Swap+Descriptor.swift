extension SectionKind {
  /// The line `vm.swapusage` of `sysctl -a`: swap space on disk.
  public static let swap = SectionKind("swap", SwapParser.self)
}

extension Swap: MemorySection {
  /// A part of `sysctl.txt`.
  public static let descriptor = SectionDescriptor(
    kind: .swap,
    title: "swap",
    summary: "swap space on disk",
    meaning: """
      `vm.swapusage` of `sysctl -a`: the size of the swap files, and how much of them holds pages that \
      did not fit in memory.
      """,
    cautions: [
      "Swap is not memory: what is swapped out takes no page of memory, and is in no balance."
    ],
    sources: ["sysctl(8)", "xnu bsd/kern/kern_sysctl.c (xsw_usage)"],
    otherNames: ["vm.swapusage"],
    members: ["sysctl.txt", MemberName("sysctl-a.txt", extractedAs: "sysctl.txt")])

  /// Whether a line states the use of swap space.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.hasLine(beginning: "vm.swapusage")
  }
}
