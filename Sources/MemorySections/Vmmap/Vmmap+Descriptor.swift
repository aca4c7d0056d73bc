extension SectionKind {
  /// `vmmap`: the address space of a process.
  public static let vmmap = SectionKind("vmmap", VmmapParser.self)
}

extension Vmmap: MemorySection {
  /// `vmmap.txt`, of `sysdiagnose PROCESS`.
  public static let descriptor = SectionDescriptor(
    kind: .vmmap,
    title: "vmmap",
    summary: "the address space of a process",
    meaning: """
      `vmmap PROCESS`: the regions of one process added up by type, and its malloc zones with \
      their fragmentation.
      """,
    cautions: [
      """
      Its TOTAL is not the process's footprint: memory that the process owns without mapping it, \
      and that of a virtual machine, is not in it.
      """,
      "A size in G is rounded to a tenth: it may be 51 MB more or less.",
    ],
    sources: ["vmmap(1)"],
    tools: ["vmmap"],
    members: MemberName.ofTool("vmmap"),
    mostMembers: 20,
    isToldByText: true)

  /// The processes that were examined.
  public var facts: [SectionFact] { ExaminedProcess.facts(processes) }

  /// Whether a line names vmmap, or is the heading of one of its tables.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.hasLine(beginning: "Virtual Memory Map of process ", "vmmap cannot examine process ")
      || head.isOutput(of: "vmmap") || head.hasLine(holding: "REGION TYPE", " VIRTUAL")
      || head.hasLine(holding: "REGION TYPE", " SIZE")
      || head.hasLine(holding: "MALLOC ZONE", " ALLOCATED")
      || head.hasLine(holding: "REGION TYPE", " PAGES")
  }
}
