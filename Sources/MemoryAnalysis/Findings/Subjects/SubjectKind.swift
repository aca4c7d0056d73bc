/// What a rule is about: a kind of thing of which an archive, or a comparison, knows some.
public enum SubjectKind: String, Sendable, CaseIterable {
  /// The machine as a whole, and the archive that tells of it.
  case machine
  /// A family of zones: one thing under several names.
  case zone
  /// A tag or allocation site of wired memory.
  case wiredTag
  /// A kext that Apple did not write, with what it allocated.
  case kext
  /// A process.
  case process
  /// One of the main sections, found or missing.
  case section
  /// A panic report.
  case panic
  /// A time when processes were killed for memory.
  case jetsam
  /// The kernel's growth between two archives of one boot.
  case kernelGrowth
  /// A zone family's growth between two archives of one boot.
  case zoneGrowth
  /// The growth of what a kext allocated, between two archives of one boot.
  case kextGrowth

  /// The kinds that one archive knows.
  static let ofReport: [SubjectKind] = [
    .machine, .zone, .wiredTag, .kext, .process, .section, .panic, .jetsam,
  ]

  /// The kinds that only a comparison knows.
  static let ofComparison: [SubjectKind] = [.kernelGrowth, .zoneGrowth, .kextGrowth]

  /// What may be known of such a thing, and so may stand in a rule's conditions and texts.
  var measures: [MeasureName] {
    switch self {
    case .machine:
      [
        .installedBytes, .kernelBytes, .kernelShare, .wiredBytes, .wiredShare, .compressorBytes,
        .compressorShare, .pageTableBytes, .pageTableShare, .unexplainedBytes, .unexplainedShare,
        .zoneMapBytes, .zoneMapCapacityBytes, .zoneMapShare, .zoneSizes, .damage, .problem,
      ]
    case .zone: [.bytes, .elements, .shareOfKernel, .shareOfInstalled]
    case .wiredTag: [.bytes, .peakBytes, .shareOfKernel, .shareOfInstalled]
    case .kext: [.heapBytes, .imageBytes, .shareOfKernel]
    case .process: [.bytes, .peakBytes, .shareOfUser, .shareOfInstalled]
    case .section: [.state, .reason, .ending, .unreadLines]
    case .panic:
      [
        .cause, .panicBytes, .panicElements, .bytes, .elements, .message, .held,
        .atCapture, .circumstances, .compressorState, .compressor,
      ]
    case .jetsam:
      [.zoneMapBytes, .zoneMapCapacityBytes, .zoneMapShare, .largestZone, .largestZoneBytes]
    case .kernelGrowth, .zoneGrowth:
      [.oldBytes, .newBytes, .growthBytes, .bytesPerHour, .hours]
    case .kextGrowth:
      [.oldBytes, .newBytes, .growthBytes, .bytesPerHour, .hours, .vendor]
    }
  }
}
