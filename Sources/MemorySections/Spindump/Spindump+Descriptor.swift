extension SectionKind {
  /// A spindump: memory size, time since boot, and the footprint of each process.
  public static let spindump = SectionKind("spindump", SpindumpParser.self)
}

extension Spindump: ProcessListing {
  /// `spindump.txt`, and what else is printed in its form.
  public static let descriptor = SectionDescriptor(
    kind: .spindump,
    title: "spindump",
    summary: "samples of all threads",
    meaning: """
      `spindump`: what every thread did for some seconds. Read are its head (memory size, model, \
      time since boot) and the footprint, path and parent of each process.
      """,
    cautions: [
      "Its memory size is rounded; on some devices memory set aside at boot is not in it.",
      "From 10.14 on kernel_task's footprint is what was billed to the task, not the kernel.",
      "A shutdownStall describes the shutdown before, not the capture: no balance uses it.",
    ],
    sources: ["spindump(8)"],
    tools: ["spindump"],
    members: [
      "spindump.txt", MemberName("spindump-nosymbols.txt", extractedAs: "spindump.txt"),
      MemberName("tailspin-spindump.txt", extractedAs: "spindump.txt"),
      MemberName("*.shutdownStall", extractedAs: "1.shutdownStall"),
    ])

  /// Whether the head of a spindump is there.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.hasLine(beginning: "Date/Time:")
      && head.hasLine(beginning: "End time:", "Memory size:", "Steps:")
      || head.hasLine(beginning: "Process:") && head.hasLine(beginning: "Footprint:")
  }

  /// How many processes it lists.
  public var facts: [SectionFact] { processFacts }
}
