extension SectionKind {
  /// `taskinfo`: every process's footprint and its lifetime maximum.
  public static let taskInfo = SectionKind("taskinfo", TaskInfoParser.self)
}

extension TaskInfo: ProcessListing {
  /// `taskinfo.txt`.
  public static let descriptor = SectionDescriptor(
    kind: .taskInfo,
    title: "taskinfo",
    summary: "footprint and largest footprint of each process",
    meaning: """
      `taskinfo --threads`: every task with its footprint, the largest footprint of its life, \
      and its coalition, which groups an app with its helpers.
      """,
    cautions: [
      "From 10.14 on kernel_task's footprint is what was billed to the task, not the kernel.",
      "A footprint counts compressed pages at full size: the sum may exceed installed memory.",
    ],
    sources: ["output of taskinfo on 10.14.5 and iOS 15 to 16"],
    tools: ["taskinfo"],
    members: ["taskinfo.txt"])

  /// Whether an entry of a task is there.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.hasLine(beginning: "process: \"") && head.hasLine(holding: "phys_footprint bytes:")
      || head.hasLine(beginning: "num tasks: ")
  }

  /// How many processes it lists.
  public var facts: [SectionFact] { processFacts }
}
