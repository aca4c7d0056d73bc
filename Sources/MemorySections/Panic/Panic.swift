/// What a panic report says of memory.
///
/// Sources: the kernel's own words (xnu osfmk/kern/zalloc.c, debug.c); reports as published by their
/// owners; `formats.md` §5.1.
public struct Panic: Sendable, Hashable {
  /// The report's first sentence, at most 400 bytes of it; empty in an excerpt without it.
  public internal(set) var message = ""
  /// The line that it stands in; of an excerpt without it the first line that was understood.
  public internal(set) var line = 1
  /// What the first sentence says of zones; nil when it is about something else.
  public internal(set) var zoneTrouble: ZoneTrouble?
  /// The zone that could not grow; nil when the panic is about something else.
  public internal(set) var exhaustedZone: String?
  /// Elements in use of the zone that could not grow; nil when the report does not say.
  public internal(set) var exhaustedZoneElements: Int?
  /// The zone that the kernel suspects; nil when it names none.
  public internal(set) var suspectedZone: ExhaustedZone?
  /// The zone in which the kernel found damaged memory; nil when it found none or names none.
  public internal(set) var corruptedZone: String?
  /// The task in which the kernel gave up, which need not be the cause; nil when it is not named.
  ///
  /// `pid 402: WindowServer`, or the name alone.
  public internal(set) var task: String?
  /// The bundle ids of the kexts in the panicking thread's backtrace, dependencies left out.
  public internal(set) var kextsInBacktrace: [String] = []
  /// The backtrace that the kernel itself suspects of a leak (10.7 to 10.15); nil without one.
  public internal(set) var suspectedBacktrace: SuspectedBacktrace?
  /// The kexts that were loaded, as the report lists them.
  public internal(set) var loadedKexts: [LoadedKext] = []
  /// The zones above 1 MB at the panic (10.6 to 10.10), in the report's order.
  public internal(set) var zones: [ListedZone] = []
  /// What the same list holds that is no zone: kernel stacks, page tables, large allocations.
  public internal(set) var listedOutsideZones: [ListedZone] = []
  /// How full the compressor was; nil when the report does not say.
  public internal(set) var compressor: CompressorInfo?
  /// The processes that the report's stackshot holds, the first 2,000.
  public internal(set) var processes: [RunningProcess] = []
  /// When it happened, as printed.
  public internal(set) var time: String?
  /// The OS version, `26.5`; nil when the report gives the build alone.
  public internal(set) var osVersion: String?
  /// The OS build.
  public internal(set) var build: String?
  /// The machine's model.
  public internal(set) var model: String?
  /// Whole seconds since boot.
  public internal(set) var uptimeSeconds: Int?

  init() {}
}

/// Stores of earlier releases lack what was not read then.
extension Panic: Codable {
  /// Reads a panic; what is not there stays empty.
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

/// What follows from a report.
extension Panic {
  /// What kind of trouble a panic is.
  public enum Kind: String, Sendable, Codable {
    /// A zone could not grow: memory of the kernel ran out, most often by a leak.
    case zoneExhausted
    /// Memory of a zone was damaged: a fault in code, and no leak.
    case zoneCorrupted
    /// The compressor or the swap space was full.
    case compressorExhausted
    /// Something else.
    case other
  }

  /// What the first sentence says of zones.
  public enum ZoneTrouble: String, Sendable, Codable {
    /// A zone could not grow.
    case exhausted
    /// Memory of a zone was damaged.
    case corrupted
  }

  /// What kind of trouble it is.
  ///
  /// The kernel prints its list of zones only when one could not grow (xnu osfmk/kern/debug.c).
  public var kind: Kind {
    if zoneTrouble == .corrupted { return .zoneCorrupted }
    if zoneTrouble == .exhausted || !zones.isEmpty { return .zoneExhausted }
    return compressor?.isShort == true ? .compressorExhausted : .other
  }

  /// The zone that the panic is about: suspected by the kernel, damaged, or largest in its list, else
  /// the one that could not grow.
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

  /// What the listed zones held together.
  public var listedZonesSize: Quantity { zones.map(\.size).sum() }

  /// The kexts of the backtrace that the kernel suspects.
  public var kextsSuspected: [String] { suspectedBacktrace?.kexts ?? [] }

  /// The name of the process in which the kernel gave up, without its number.
  public var processName: String? {
    guard let task, task.hasPrefix("pid "), let colon = task.firstIndex(of: ":") else {
      return task
    }
    return String(task[task.index(after: colon)...].drop { $0 == " " })
  }
}
