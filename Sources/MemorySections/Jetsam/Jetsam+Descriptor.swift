extension SectionKind {
  /// A JetsamEvent report.
  public static let jetsam = SectionKind("jetsam", JetsamParser.self)
}

extension Jetsam: MemorySection {
  /// A JetsamEvent report.
  public static let descriptor = SectionDescriptor(
    kind: .jetsam,
    title: "jetsam",
    summary: "JetsamEvent report",
    meaning: """
      Written when processes were ended for want of memory; holds the size of the zone map \
      and its largest zone, every process with its pages, and why the victim was ended.
      """,
    sources: [
      "xnu bsd/kern/kern_memorystatus.c (by the subsystem; the file was not opened for this entry)"
    ],
    otherNames: ["JetsamEvent", "jetsam event"],
    members: [
      MemberName("JetsamEvent-*.ips", extractedAs: "JetsamEvent-1.ips"),
      MemberName("JetsamEvent-*.ips.synced", extractedAs: "JetsamEvent-1.ips"),
      MemberName("JetsamEvent-*.ips.ca.synced", extractedAs: "JetsamEvent-1.ips"),
    ],
    mostMembers: 500)

  /// Whether the text has the JSON of a JetsamEvent.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.isJSON(withKey: "largestProcess", "memoryStatus")
      || head.isJSON(withKey: "bug_type") && head.hasLine(holding: "\"298\"")
  }
}
