extension SectionKind {
  /// `sysctl -a`: installed memory, boot time.
  public static let sysctl = SectionKind("sysctl", SysctlParser.self)
}

extension Sysctl: MemorySection {
  /// `sysctl.txt`.
  public static let descriptor = SectionDescriptor(
    kind: .sysctl,
    title: "sysctl",
    summary: "kernel settings",
    meaning: "`sysctl -a`: installed memory (hw.memsize), boot time, version.",
    sources: ["sysctl(8)"],
    tools: ["sysctl"],
    members: ["sysctl.txt", MemberName("sysctl-a.txt", extractedAs: "sysctl.txt")])

  /// Whether a line has the value of a relevant name.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.lines.contains { line in
      let name = line.prefix { $0 != ":" && $0 != "=" }
      return name.endIndex != line.endIndex
        && (name.hasPrefix("hw.") || name.hasPrefix("kern."))
        && name.allSatisfy { $0.isLetter || $0.isNumber || "._ ".contains($0) }
    }
  }
}
