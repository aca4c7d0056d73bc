extension SectionKind {
  /// The head of a spindump: memory size, time since boot.
  public static let spindump = SectionKind("spindump", SpindumpParser.self)
}

extension Spindump: MemorySection {
  /// `spindump.txt`.
  public static let descriptor = SectionDescriptor(
    kind: .spindump,
    title: "spindump",
    summary: "samples of all threads",
    meaning: """
      `spindump`: what every thread did for some seconds. Only its head is read: memory \
      size, model, time since boot.
      """,
    cautions: [
      "Its memory size is rounded; on some devices memory set aside at boot is not in it."
    ],
    sources: ["spindump(8)"],
    tools: ["spindump"],
    members: ["spindump.txt", MemberName("spindump-nosymbols.txt", extractedAs: "spindump.txt")])

  /// Whether the head of a spindump is there.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.hasLine(beginning: "Date/Time:")
      && head.hasLine(beginning: "End time:", "Memory size:", "Steps:")
  }
}
