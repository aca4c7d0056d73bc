extension SectionKind {
  /// `sw_vers` or `SystemVersion.plist`: the OS and its build.
  public static let systemVersion = SectionKind("systemVersion", SystemVersionParser.self)
}

extension SystemVersion: MemorySection {
  /// `sw_vers.txt`, or the property list that the tool reads.
  public static let descriptor = SectionDescriptor(
    kind: .systemVersion,
    title: "sw_vers",
    summary: "version of the system",
    meaning: """
      `sw_vers`, or the file SystemVersion.plist that it reads: the name of the OS, its \
      version and its build.
      """,
    sources: ["sw_vers(1)"],
    tools: ["sw_vers"],
    members: ["sw_vers.txt", "SystemVersion.plist"])

  /// Whether a line has the version, in the form of the tool or the property list.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.hasLine(beginning: "ProductVersion:", "<key>ProductVersion</key>")
  }
}
