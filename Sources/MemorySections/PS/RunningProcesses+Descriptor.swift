extension SectionKind {
  /// `ps`: paths and parents of all processes.
  public static let ps = SectionKind("ps", PSParser.self)
}

extension RunningProcesses: ProcessListing {
  /// `ps.txt` and `ps_thread.txt`.
  public static let descriptor = SectionDescriptor(
    kind: .ps,
    title: "ps",
    summary: "paths and parents of all processes",
    meaning: """
      `ps`: every process with the path of its program. Used for names that other tools cut, and for \
      the app that a helper belongs to.
      """,
    cautions: [
      """
      RSS is not read: on one 16 GB Mac its sum was three times that of the footprints. It counts \
      shared pages in each process and leaves out compressed ones.
      """
    ],
    sources: ["ps(1)"],
    tools: ["ps"],
    members: ["ps.txt", "ps_thread.txt"],
    keepsColumns: true)

  /// Whether the line of column names is there.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.hasLine(holding: "USER ", " PID ", "%MEM", " RSS ", "COMMAND")
  }
}
