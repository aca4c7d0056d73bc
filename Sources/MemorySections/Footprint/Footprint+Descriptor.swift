extension SectionKind {
  /// `footprint -a`: the memory of each process and of the kernel.
  public static let footprint = SectionKind("footprint", FootprintParser.self)
}

extension Footprint: MemorySection {
  /// `footprint-all.txt`.
  public static let descriptor = SectionDescriptor(
    kind: .footprint,
    title: "footprint",
    summary: "what each process holds",
    meaning: """
      `footprint -a`: memory of each process by category, of kernel_task as footprint adds \
      it up, and of all together.
      """,
    cautions: ["Its kernel_task repeats the bytes of zprint's tables: choose one."],
    sources: ["footprint(1)"],
    otherNames: ["footprint-all"],
    tools: ["footprint"],
    members: ["footprint-all.txt", MemberName("footprint.txt", extractedAs: "footprint-all.txt")],
    isMain: true,
    speaksOfKernel: true)

  /// Whether a line is the heading of a process, or the text is footprint's JSON.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.hasLine(holding: "]: ", "-bit", "Footprint: ") || head.hasLine(beginning: "footprint: ")
      || head.isJSON(withKey: "total footprint", "bytes per unit")
  }
}
