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

  /// The letter of the layout, such as `G`, or a range of layouts that look alike.
  public var layout: String? { generation.description }

  /// Whether a line is the heading of a table, zprint's own refusal, or a row of a table without heading.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.hasLine(holding: "zone name", "size") || head.hasLine(beginning: "zprint: ")
      || head.hasLine(holding: "wired memory", "size") || head.hasLine(beginning: "cur_size:")
      || head.lines.count(where: isZoneRow) >= 2
  }

  /// Whether a line ends like a zone's row: element size, sizes in K, numbers of elements.
  private static func isZoneRow(_ line: Substring) -> Bool {
    let words = line.split(separator: " ", omittingEmptySubsequences: true)
    guard let size = words.firstIndex(where: { Int($0) != nil }), size > 0, size + 5 < words.count
    else { return false }
    let isSize = { (word: Substring) in
      word.hasSuffix("K") && Int(word.dropLast()) != nil || word.allSatisfy { $0 == "-" }
    }
    return isSize(words[size + 1]) && words[size + 1].hasSuffix("K") && isSize(words[size + 2])
      && Int(words[size + 3]) != nil && Int(words[size + 5]) != nil
  }
}
