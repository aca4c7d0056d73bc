extension SectionKind {
  /// A panic report.
  public static let panic = SectionKind("panic", PanicParser.self)
}

extension Panic: MemorySection {
  /// A panic report, as text or as JSON.
  public static let descriptor = SectionDescriptor(
    kind: .panic,
    title: "panic",
    summary: "panic report",
    meaning: """
      What the kernel wrote when it gave up. `zone map exhausted` names the zone that \
      filled memory, `Compressor Info` says whether the compressor or the swap space was full, and \
      a modified element is damage and no leak.
      """,
    sources: ["xnu osfmk/kern/zalloc.c"],
    otherNames: ["zone map exhausted", "panic report"],
    members: [
      MemberName("*.panic", extractedAs: "panic-1.panic"),
      MemberName("*.panic.synced", extractedAs: "panic-1.panic"),
      MemberName("panic-*.ips", extractedAs: "panic-full-1.ips"),
      MemberName("panic-*.ips.synced", extractedAs: "panic-full-1.ips"),
      MemberName("panic-*.ips.ca.synced", extractedAs: "panic-full-1.ips"),
    ],
    mostMembers: 500,
    speaksOfKernel: true)

  /// Whether the text has the kernel's first words, plain or in the JSON of a report.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.hasLine(holding: "panic(cpu ") || head.isJSON(withKey: "panicString")
  }
}
