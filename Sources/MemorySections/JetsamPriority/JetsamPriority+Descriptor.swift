extension SectionKind {
  /// `jetsam_priority.csv`: every process's footprint and its largest.
  public static let jetsamPriority = SectionKind("jetsamPriority", JetsamPriorityParser.self)
}

extension JetsamPriority: ProcessListing {
  /// `jetsam_priority.csv`.
  public static let descriptor = SectionDescriptor(
    kind: .jetsamPriority,
    title: "jetsam_priority",
    summary: "footprint of each process with its priority",
    meaning: """
      `jetsam_priority`: the processes in the order in which the system would end them for memory, \
      with their footprints. Mostly in archives of iOS.
      """,
    cautions: ["A footprint counts compressed pages at full size."],
    sources: ["public readers of jetsam_priority.csv; no Apple document names its columns"],
    tools: ["jetsam_priority"],
    members: ["jetsam_priority.csv"])

  /// Whether the line of column names is there.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.hasLine(holding: "name", "pid", "priority_name", "footprint", ",")
  }

  /// How many processes it lists.
  public var facts: [SectionFact] { processFacts }
}
