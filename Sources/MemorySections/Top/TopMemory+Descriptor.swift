extension SectionKind {
  /// `top`: the line PhysMem and the size of `kernel_task`.
  public static let top = SectionKind("top", TopParser.self)
}

extension TopMemory: MemorySection {
  /// `top.txt`.
  public static let descriptor = SectionDescriptor(
    kind: .top,
    title: "top",
    summary: "processes by use of the processor",
    meaning: """
      `top`: samples of all processes. Read are the line PhysMem (used, wired, compressor, \
      unused) and the size of kernel_task in the first sample.
      """,
    cautions: [
      "Sizes are whole units of M or G: a cross-check, not a source.",
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
}
