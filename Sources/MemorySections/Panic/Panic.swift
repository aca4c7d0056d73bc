/// The memory-related content of a panic report.
///
/// Sources: the kernel's own words (xnu osfmk/kern/zalloc.c, debug.c); reports as published by
/// their owners; <doc:PanicFormats>.
public struct Panic: Sendable, Hashable {
  /// The report's first sentence, up to 400 bytes; empty in an excerpt without it.
  public internal(set) var message = ""
  /// The sentence's line; in an excerpt without it, the first line that was understood.
  public internal(set) var line = 1
  /// The zone fault in the first sentence; nil when it is about something else.
  public internal(set) var zoneTrouble: ZoneTrouble?
  /// The zone that could not grow; nil when the panic is about something else.
  public internal(set) var exhaustedZone: String?
  /// Elements in use of the zone that could not grow; nil when the report has none.
  public internal(set) var exhaustedZoneElements: Int?
  /// The zone that the kernel suspects; nil when it names none.
  public internal(set) var suspectedZone: ExhaustedZone?
  /// The zone with corrupted memory; nil when there is none or it is not named.
  public internal(set) var corruptedZone: String?
  /// The panicked task; nil when it is not named.
  ///
  /// It need not be the cause. The form is `pid 402: WindowServer`, or only the name.
  public internal(set) var task: String?
  /// The bundle ids of the kexts in the panicking thread's backtrace, without dependencies.
  public internal(set) var kextsInBacktrace: [String] = []
  /// The backtrace that the kernel suspects of a leak (10.7 to 10.15); nil without one.
  public internal(set) var suspectedBacktrace: SuspectedBacktrace?
  /// The loaded kexts in the report's list.
  public internal(set) var loadedKexts: [LoadedKext] = []
  /// The zones above 1 MB at the panic (10.6 to 10.10), in the report's order.
  public internal(set) var zones: [ListedZone] = []
  /// The list's entries that are not zones: kernel stacks, page tables, large allocations.
  public internal(set) var listedOutsideZones: [ListedZone] = []
  /// The state of the compressor; nil when the report has none.
  public internal(set) var compressor: CompressorInfo?
  /// The processes in the report's stackshot, up to 2,000.
  public internal(set) var processes: [RunningProcess] = []
  /// The time of the panic, as printed.
  public internal(set) var time: String?
  /// The OS version, `26.5`; nil when the report has only the build.
  public internal(set) var osVersion: String?
  /// The OS build.
  public internal(set) var build: String?
  /// The machine's model.
  public internal(set) var model: String?
  /// Whole seconds since boot.
  public internal(set) var uptimeSeconds: Int?

  init() {}
}

/// Stores of earlier releases lack the newer fields.
extension Panic: Codable {
  /// Decodes a panic; missing fields stay empty.
  ///
  /// - Throws: `DecodingError` when a value has another type.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func value<Value: Decodable>(_ key: CodingKeys) throws -> Value? {
      try values.decodeIfPresent(Value.self, forKey: key)
    }
    message = try value(.message) ?? ""
    line = try value(.line) ?? 1
    zoneTrouble = try value(.zoneTrouble)
    exhaustedZone = try value(.exhaustedZone)
    exhaustedZoneElements = try value(.exhaustedZoneElements)
    suspectedZone = try value(.suspectedZone)
    if zoneTrouble == nil, suspectedZone != nil { zoneTrouble = .exhausted }
    corruptedZone = try value(.corruptedZone)
    task = try value(.task)
    kextsInBacktrace = try value(.kextsInBacktrace) ?? []
    suspectedBacktrace = try value(.suspectedBacktrace)
    loadedKexts = try value(.loadedKexts) ?? []
    zones = try value(.zones) ?? []
    listedOutsideZones = try value(.listedOutsideZones) ?? []
    compressor = try value(.compressor)
    processes = try value(.processes) ?? []
    time = try value(.time)
    osVersion = try value(.osVersion)
    build = try value(.build)
    model = try value(.model)
    uptimeSeconds = try value(.uptimeSeconds)
  }
}

/// Conclusions from a report.
extension Panic {
  /// A kind of panic.
  public enum Kind: String, Sendable, Codable {
    /// A zone could not grow: the kernel ran out of memory, usually because of a leak.
    case zoneExhausted
    /// Memory of a zone was corrupted: a bug, but not a leak.
    case zoneCorrupted
    /// The compressor or the swap space was full.
    case compressorExhausted
    /// Something else.
    case other
  }

  /// A zone fault stated in the first sentence.
  public enum ZoneTrouble: String, Sendable, Codable {
    /// A zone could not grow.
    case exhausted
    /// Memory of a zone was corrupted.
    case corrupted
  }

  /// The kind of panic.
  ///
  /// The kernel prints its list of zones only when one could not grow (xnu osfmk/kern/debug.c).
  public var kind: Kind {
    if zoneTrouble == .corrupted { return .zoneCorrupted }
    if zoneTrouble == .exhausted || !zones.isEmpty { return .zoneExhausted }
    return compressor?.isShort == true ? .compressorExhausted : .other
  }

  /// The zone behind the panic.
  ///
  /// It is the zone that the kernel suspects, the corrupted one, or the largest in the list; or
  /// else the one that could not grow.
  public var zone: ExhaustedZone? {
    if let suspectedZone { return suspectedZone }
    if let corruptedZone { return ExhaustedZone(name: corruptedZone, size: nil, elements: nil) }
    if zoneTrouble == .corrupted { return nil }
    if let largest = largestZone {
      let elements = largest.name == exhaustedZone ? exhaustedZoneElements : nil
      return ExhaustedZone(name: largest.name, size: largest.size, elements: elements)
    }
    return exhaustedZone.map {
      ExhaustedZone(name: $0, size: nil, elements: exhaustedZoneElements)
    }
  }

  /// The largest zone of the report's list; nil without a list.
  public var largestZone: ListedZone? { zones.max { $0.size.bytes < $1.size.bytes } }

  /// The total size of the listed zones.
  public var listedZonesSize: Quantity { zones.map(\.size).sum() }

  /// The kexts in the backtrace that the kernel suspects.
  public var kextsSuspected: [String] { suspectedBacktrace?.kexts ?? [] }

  /// The name of the panicked process, without its number.
  public var processName: String? {
    guard let task, task.hasPrefix("pid "), let colon = task.firstIndex(of: ":") else {
      return task
    }
    return String(task[task.index(after: colon)...].drop { $0 == " " })
  }
}
