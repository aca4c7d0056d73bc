extension SectionKind {
  /// `top`: the line PhysMem and the footprint of each process.
  public static let top = SectionKind("top", TopParser.self)
}

extension TopMemory: ProcessListing {
  /// `top.txt`.
  public static let descriptor = SectionDescriptor(
    kind: .top,
    title: "top",
    summary: "processes by use of the processor",
    meaning: """
      `top`: samples of all processes. Read are the line PhysMem (used, wired, compressor, \
      unused) and the memory of each process in the first sample; the later ones show differences.
      """,
    cautions: [
      "The sizes of PhysMem are whole units of M or G: a cross-check, not a source.",
      "Names are cut after 16 letters.",
      """
      From 10.14 on the size of kernel_task is only what was billed to the task, not what \
      the kernel holds.
      """,
    ],
    sources: ["top(1)"],
    tools: ["top"],
    members: ["top.txt", MemberName("top.log", extractedAs: "top.txt")],
    keepsColumns: true)

  /// Whether the text has the line PhysMem of a sample.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.hasLine(beginning: "PhysMem: ")
  }

  /// How many processes it lists.
  public var facts: [SectionFact] { processFacts }
}
