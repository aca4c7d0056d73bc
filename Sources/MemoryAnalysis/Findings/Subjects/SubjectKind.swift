/// A kind of subject for rules.
public enum SubjectKind: String, Sendable, CaseIterable {
  /// The machine as a whole, and its archive.
  case machine
  /// A family of zones: one thing under several names.
  case zone
  /// A tag or allocation site of wired memory.
  case wiredTag
  /// A third-party kext with its allocations.
  case kext
  /// A process.
  case process
  /// A process that vmmap, heap or leaks examined.
  case examinedProcess
  /// One of the main sections, found or missing.
  case section
  /// A panic report.
  case panic
  /// An event that killed processes for memory.
  case jetsam
  /// The kernel's growth between two archives from one boot.
  case kernelGrowth
  /// A zone family's growth between two archives from one boot.
  case zoneGrowth
  /// The growth of a kext's allocations between two archives from one boot.
  case kextGrowth

  /// The kinds available from one archive.
  static let ofReport: [SubjectKind] = [
    .machine, .zone, .wiredTag, .kext, .process, .examinedProcess, .section, .panic, .jetsam,
  ]

  /// The kinds available only from a comparison.
  static let ofComparison: [SubjectKind] = [.kernelGrowth, .zoneGrowth, .kextGrowth]

  /// The measures of this kind of subject, usable in a rule's conditions and texts.
  var measures: [MeasureName] {
    switch self {
    case .machine:
      [
        .installedBytes, .kernelBytes, .kernelShare, .wiredBytes, .wiredShare, .compressorBytes,
        .compressorShare, .pageTableBytes, .pageTableShare, .unexplainedBytes, .unexplainedShare,
        .zoneMapBytes, .zoneMapCapacityBytes, .zoneMapShare, .zoneSizes, .damage, .problem,
        .swapUsedBytes, .swapShare, .tagStorageBytes, .tagStorageShare, .vnodesAvailable,
        .vnodesLimit, .vnodesShare, .installedMemory, .disbelievedBytes, .platform,
      ]
    case .zone:
      [.bytes, .elements, .shareOfKernel, .shareOfInstalled, .shareOfZoneMap, .zoneMap, .platform]
    case .wiredTag: [.bytes, .peakBytes, .shareOfKernel, .shareOfInstalled]
    case .kext: [.heapBytes, .imageBytes, .shareOfKernel]
    case .process:
      [.bytes, .peakBytes, .belowPeakBytes, .shareOfPeak, .shareOfUser, .shareOfInstalled]
    case .examinedProcess:
      [
        .bytes, .peakBytes, .largestType, .dirtyBytes, .swappedBytes, .swappedShare,
        .fragmentationBytes, .fragmentationShare, .keptEmptyBytes, .keptEmptyShare,
        .unmappedBytes, .unmappedShare, .pageTableBytes, .pageTableShare, .heapBytes, .heapShare,
        .largestClass, .classBytes, .classShare, .leakCount, .leakedBytes,
      ]
    case .section: [.state, .reason, .ending, .unreadLines, .platform, .release, .input]
    case .panic:
      [
        .cause, .panicBytes, .panicElements, .bytes, .elements, .message, .held,
        .atCapture, .circumstances, .compressorState, .compressor, .platform,
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
