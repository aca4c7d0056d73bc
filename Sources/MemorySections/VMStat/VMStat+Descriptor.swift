extension SectionKind {
  /// `vm_stat`: the pages of the whole machine.
  public static let vmStat = SectionKind("vmStat", VMStatParser.self)
}

extension VMStat: MemorySection {
  /// `vm_stat.txt`.
  public static let descriptor = SectionDescriptor(
    kind: .vmStat,
    title: "vm_stat",
    summary: "pages of the whole machine",
    meaning: "`vm_stat`: free, active, wired, compressed and file-backed pages.",
    cautions: ["Counts are pages; the page size, 4 or 16 KB, stands in its head."],
    sources: ["vm_stat(1)"],
    tools: ["vm_stat"],
    members: ["vm_stat.txt"],
    isMain: true)

  /// Whether a line is the heading of vm_stat.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.hasLine(beginning: "Mach Virtual Memory Statistics:")
  }
}
