extension SectionKind {
  /// `heap`: the live malloc blocks of a process.
  public static let heap = SectionKind("heap", HeapParser.self)
}

extension Heap: MemorySection {
  /// `heap.txt`, of `sysdiagnose PROCESS`.
  public static let descriptor = SectionDescriptor(
    kind: .heap,
    title: "heap",
    summary: "the malloc blocks of a process",
    meaning: "`heap PROCESS`: the blocks that the process allocated with malloc, by class.",
    cautions: [
      """
      It is a part of a part of the footprint: memory of the graphics processor, mapped memory, \
      stacks, fragmentation and freed blocks are not in it.
      """
    ],
    sources: ["heap(1)"],
    tools: ["heap"],
    members: MemberName.ofTool("heap"),
    mostMembers: 20,
    isToldByText: true)

  /// The processes that were examined.
  public var facts: [SectionFact] { ExaminedProcess.facts(processes) }

  /// Whether a line names heap, or is one of its totals.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.isOutput(of: "heap")
      || head.hasLine(beginning: "All zones: ", "heap cannot examine process ")
      || head.hasLine(holding: "COUNT", "BYTES", "CLASS_NAME")
      || head.hasLine(holding: "Zone ", ": Overall size: ")
  }
}
