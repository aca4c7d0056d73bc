/// What a member is, as far as memory goes: one kind for each Apple tool or report.
public enum SectionKind: String, Sendable, Codable, CaseIterable {
  /// `zprint -t -w`: kernel zones, wired memory by tag, kernel maps.
  case zprint
  /// `footprint -a`: what each process and the kernel hold.
  case footprint
  /// `kextstat` or `kmutil showloaded`: the loaded kernel extensions.
  case kextstat
  /// `vm_stat`: the pages of the whole machine.
  case vmStat
  /// `sysctl -a`: installed memory, boot time.
  case sysctl
  /// `sysdiagnose.log`: which tool was run, and which was passed over.
  case collectionLog
  /// `taskSummary.csv`: how each tool ended.
  case taskSummary
  /// `sw_vers` or `SystemVersion.plist`: the OS and its build.
  case systemVersion
  /// The head of a spindump: memory size, time since boot.
  case spindump
  /// `top`: the line PhysMem.
  case top
  /// A panic report.
  case panic
  /// A JetsamEvent report.
  case jetsam
  /// A kernel log that tells of an exhausted zone map.
  case kernelLog

  /// The kinds that a balance is made from; a report says of each that is missing why.
  public static let main: [SectionKind] = [.zprint, .footprint, .kextstat, .vmStat]

  /// The kinds that speak of the kernel alone, whole or in a part that `extract --kernel` cuts out.
  public static let kernel: [SectionKind] = [.zprint, .footprint, .kextstat, .panic]
}
