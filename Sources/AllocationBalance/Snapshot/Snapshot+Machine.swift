public import MemorySections

/// Facts of the machine, each from the section that knows it best.
extension Snapshot {
  /// The machine's model, `Mac16,5`; nil when not known.
  ///
  /// Newer archives are named after the family alone (`Mac`, `iPhone`); sysctl and spindump know
  /// more.
  public var model: String? {
    guard let name = archive.model, name.contains(where: \.isNumber) else {
      return sysctl?.model ?? spindump?.model ?? archive.model
    }
    return name
  }

  /// The OS version, `14.4`; nil when not known.
  public var osVersion: String? { sysctl?.osVersion ?? systemVersion?.version }

  /// The OS build, `23E224`; nil when not known.
  public var build: String? { archive.build ?? sysctl?.build ?? systemVersion?.build }

  /// Memory built into the machine, with the kind of section that says so; nil when none does.
  ///
  /// spindump rounds, and on some devices leaves out what was set aside at boot.
  public var installed: (size: Quantity, kind: SectionKind)? {
    if let size = sysctl?.installed { return (size, .sysctl) }
    return spindump?.memorySize.map { ($0, .spindump) }
  }
}
