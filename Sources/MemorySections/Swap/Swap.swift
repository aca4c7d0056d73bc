/// How much swap space the machine has on disk, and how much of it is in use.
///
/// Source: Apple's sysctl(8), which prints the kernel's `xsw_usage` in MiB.
public struct Swap: Sendable, Hashable, Codable {
  /// The size of all swap files.
  public internal(set) var total: Quantity
  /// The part that holds pages.
  public internal(set) var used: Quantity
  /// The free part; the system makes more files as it needs them.
  public internal(set) var free: Quantity
  /// Whether the files are encrypted.
  public internal(set) var isEncrypted: Bool
}

extension Swap {
  /// Used, free and total, and whether the files are encrypted.
  public var facts: [SectionFact] {
    [
      SectionFact("used", label: "used", .size(used)),
      SectionFact("free", label: "free", .size(free)),
      SectionFact("total", label: "total", .size(total)),
      SectionFact("isEncrypted", label: "encrypted", .flag(isEncrypted)),
    ]
  }
}
