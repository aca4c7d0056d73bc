extension SectionKind {
  /// `kextstat` or `kmutil showloaded`: the loaded kernel extensions.
  public static let kextstat = SectionKind("kextstat", KextstatParser.self)
}

extension Kextstat: MemorySection {
  /// `kextstat.txt`.
  public static let descriptor = SectionDescriptor(
    kind: .kextstat,
    title: "kextstat",
    summary: "loaded kernel extensions",
    meaning: """
      `kextstat` or `kmutil showloaded`: which kexts are loaded and how large their images \
      are.
      """,
    cautions: [
      """
      Sizes are code and data of the image, 25 to 40 MB in all on Intel Macs; what a kext \
      allocates is not in it.
      """
    ],
    sources: ["kextstat(8)", "kmutil(8)", "kext_tools kextstat_main.c"],
    tools: ["kextstat", "kmutil"],
    members: ["kextstat.txt"],
    isMain: true,
    speaksOfKernel: true,
    keepsColumns: true)

  /// The number of the layout, such as `K5`, or a range of layouts that look alike.
  public var layout: String? { generation }

  /// Whether a line is the heading of the table or one of its rows: number, references, address.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.lines.contains { line in
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      if words.starts(with: ["Index", "Refs", "Address"]) { return true }
      return words.count >= 7 && Int(words[0]) != nil && Int(words[1]) != nil
        && words[3].hasPrefix("0x") && words[4].hasPrefix("0x") && words[6].hasPrefix("(")
    }
  }
}
