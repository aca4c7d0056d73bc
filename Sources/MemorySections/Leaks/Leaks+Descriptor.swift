extension SectionKind {
  /// `leaks`: blocks of a process that nothing points to.
  public static let leaks = SectionKind("leaks", LeaksParser.self)
}

extension Leaks: MemorySection {
  /// `leaks.txt`, of `sysdiagnose PROCESS`.
  public static let descriptor = SectionDescriptor(
    kind: .leaks,
    title: "leaks",
    summary: "blocks that nothing points to",
    meaning: "`leaks PROCESS`: the malloc blocks that the process can no longer reach.",
    cautions: [
      "A process that grows without a leak is the normal case: it still points to what it keeps."
    ],
    sources: ["leaks(1)"],
    tools: ["leaks"],
    members: MemberName.ofTool("leaks"),
    mostMembers: 20,
    isToldByText: true)

  /// The processes that were examined.
  public var facts: [SectionFact] { ExaminedProcess.facts(processes) }

  /// Whether a line names leaks, or counts them.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.hasLine(beginning: "leaks Report Version:", "leaks cannot examine process ")
      || head.isOutput(of: "leaks")
      || head.hasLine(holding: "Process ", " total leaked bytes")
      || head.hasLine(holding: "Process ", " nodes malloced for ")
  }
}
