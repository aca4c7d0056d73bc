extension SectionKind {
  /// `zprint -t -w`: kernel zones, wired memory by tag, kernel maps.
  public static let zprint = SectionKind("zprint", ZprintParser.self)
}

extension Zprint: MemorySection {
  /// `zprint.txt`.
  public static let descriptor = SectionDescriptor(
    kind: .zprint,
    title: "zprint",
    summary: "zones and wired memory of the kernel",
    meaning: """
      `zprint -t -w`: each kernel zone, from 10.11 on wired memory by tag, kext and site, \
      and the kernel's maps.
      """,
    cautions: [
      """
      A Mac's archive may be without it: in Customer mode of 10.14.5 sysdiagnose did not \
      run it.
      """,
      """
      Columns and totals changed with releases; sizes in K are cut off, not rounded.
      """,
      """
      Without privilege every size is 0 (13.3 and later): element size times count is then \
      a lower bound.
      """,
    ],
    sources: ["zprint(1)", "system_cmds zprint/zprint.c"],
    tools: ["zprint"],
    members: ["zprint.txt"],
    isMain: true,
    speaksOfKernel: true,
    keepsColumns: true)

  /// The letter of the layout, `G`, or the range of those that look alike.
  public var layout: String? { generation.description }

  /// Whether a line is the heading of a table, or zprint's own refusal.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.hasLine(holding: "zone name", "size") || head.hasLine(beginning: "zprint: ")
      || head.hasLine(holding: "wired memory", "size")
  }
}
