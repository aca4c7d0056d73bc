internal import AllocationBalance
internal import MemorySections

/// A possible property of a rule's subject; the raw value is its word in rules.
enum MeasureName: String, CaseIterable {
  case bytes, peakBytes, belowPeakBytes, shareOfPeak, elements, shareOfKernel, shareOfInstalled,
    shareOfUser
  case heapBytes, imageBytes
  case installedBytes, kernelBytes, kernelShare, wiredBytes, wiredShare
  case compressorBytes, compressorShare, pageTableBytes, pageTableShare
  case unexplainedBytes, unexplainedShare
  case shareOfZoneMap, zoneMap, swapUsedBytes, swapShare
  case tagStorageBytes, tagStorageShare, vnodesAvailable, vnodesLimit, vnodesShare
  case installedMemory, disbelievedBytes, platform, release, input
  case zoneMapBytes, zoneMapCapacityBytes, zoneMapShare, largestZone, largestZoneBytes
  case zoneSizes, damage, problem
  case state, reason, ending, unreadLines
  case cause, panicBytes, panicElements, message, held, atCapture, circumstances
  case compressorState, compressor
  case largestType, dirtyBytes, swappedBytes, swappedShare, fragmentationBytes, fragmentationShare
  case keptEmptyBytes, keptEmptyShare, unmappedBytes, unmappedShare, heapShare
  case largestClass, classBytes, classShare, leakCount, leakedBytes
  case oldBytes, newBytes, growthBytes, bytesPerHour, hours, vendor

  /// The type of a measure's value.
  enum Unit: Equatable {
    case bytes
    case bytesPerHour
    /// A fraction, 0 to 1.
    case share
    case count
    case hours
    /// One of a set of words.
    case word([String])
    /// Text from the archive: usable in a rule's texts, not in its conditions.
    case text
  }

  var unit: Unit {
    switch self {
    case .bytesPerHour: .bytesPerHour
    case .shareOfKernel, .shareOfInstalled, .shareOfUser, .shareOfPeak, .kernelShare, .wiredShare,
      .compressorShare, .pageTableShare, .unexplainedShare, .zoneMapShare, .shareOfZoneMap,
      .swapShare, .tagStorageShare, .vnodesShare,
      .swappedShare, .fragmentationShare, .keptEmptyShare, .unmappedShare, .heapShare, .classShare:
      .share
    case .elements, .panicElements, .unreadLines, .leakCount, .vnodesAvailable, .vnodesLimit:
      .count
    case .hours: .hours
    case .largestZone, .problem, .message, .held, .atCapture, .circumstances,
      .compressor, .largestType, .largestClass:
      .text
    case .zoneSizes: .word(["known", "redacted"])
    case .damage: .word(["none", "truncated", "corrupt", "limited", "unreadable", "problems"])
    case .state: .word(Section.Outcome.allWords + ["missing"])
    case .reason: .word(MissingSection.Reason.allCases.map(\.rawValue))
    case .ending: .word(["whole", "cutShort", "timedOut"])
    case .cause:
      .word(["zoneMapExhausted", "zoneCorrupted", "compressorExhausted", "other"])
    case .compressorState: .word(["ok", "lowSwap", "bad"])
    case .zoneMap: .word(["known", "unknown"])
    case .installedMemory: .word(["known", "implausible", "unknown"])
    case .platform: .word(["macOS", "iOS", "watchOS", "tvOS", "visionOS", "unknown"])
    case .release: .word(["to10.10", "later", "unknown"])
    case .input: .word(["archive", "text", "nothing"])
    case .vendor: .word(["Apple", "thirdParty"])
    default: .bytes
    }
  }
}

extension Section.Outcome {
  fileprivate static let allWords = [parsed, partial, unreadable].map(\.rawValue)
}
