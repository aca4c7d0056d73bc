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
}
