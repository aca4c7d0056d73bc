/// What a JetsamEvent report says of the machine's memory when a process was killed for it.
///
/// The event lies before the capture: its figures are of its own time.
/// Sources: `formats.md` §4.4, §5.1; reports as published by their owners.
public struct Jetsam: Sendable, Hashable {
  /// When it happened, as printed: `timestamp`, or `date` where that is missing.
  public internal(set) var time: String?
  /// The OS version, `18.5`.
  public internal(set) var osVersion: String?
  /// The OS build.
  public internal(set) var build: String?
  /// The machine's model.
  public internal(set) var model: String?
  /// Bytes of a page.
  public internal(set) var pageSize: Int?
  /// Pages by state, by the report's own words (`wired`, `free`, `anonymous`, …).
  public internal(set) var pages: [String: Int] = [:]
  /// Pages of `compressorSize`; whether they are those that the compressor takes is doubtful.
  public internal(set) var compressorPages: Int?
  /// Address space of the zone map in use.
  public internal(set) var zoneMapSize: Quantity?
  /// All address space of the zone map: where zones must stop.
  public internal(set) var zoneMapCapacity: Quantity?
  /// The largest zone.
  public internal(set) var largestZone: String?
  /// What the largest zone held.
  public internal(set) var largestZoneSize: Quantity?
  /// The name of the process with the most memory.
  public internal(set) var largestProcess: String?
  /// Every process, in the report's order; the first 4,000.
  public internal(set) var processes: [Process] = []

  init() {}

  /// A process at the time of the event.
  public struct Process: Sendable, Hashable, Codable {
    /// The name.
    public let name: String
    /// The process number; nil when the report does not say.
    public let pid: Int?
    /// Pages that it held; nil when the report does not say.
    public let residentPages: Int?
    /// The most pages that it ever held; nil when the report does not say.
    public let lifetimePeakPages: Int?
    /// Why it was killed; nil of a process that was not.
    public let reason: String?
    /// The line on which it begins.
    public let line: Int
  }
}

/// What follows from a report.
extension Jetsam {
  /// The processes that were killed.
  public var victims: [Process] { processes.filter { $0.reason != nil } }

  /// The process with the most memory, with its figures; nil when it is not in the list.
  public var largest: Process? {
    guard let largestProcess else { return nil }
    return processes.filter { $0.name == largestProcess }
      .max { ($0.residentPages ?? 0) < ($1.residentPages ?? 0) }
  }

  /// The bytes of a number of pages; nil when the page size is not known, or when they are not believed.
  public func size(ofPages pages: Int?) -> Quantity? {
    guard let pages, let pageSize else { return nil }
    let (bytes, overflows) = pages.multipliedReportingOverflow(by: pageSize)
    guard !overflows, bytes <= Quantity.largestBelieved else { return nil }
    return Quantity(bytes: bytes)
  }
}

/// Stores of earlier releases lack what was not read then.
extension Jetsam: Codable {
  /// Reads an event; what is not there stays empty.
  ///
  /// - Throws: `DecodingError` when a value has another type.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func value<Value: Decodable>(_ key: CodingKeys) throws -> Value? {
      try values.decodeIfPresent(Value.self, forKey: key)
    }
    time = try value(.time)
    osVersion = try value(.osVersion)
    build = try value(.build)
    model = try value(.model)
    pageSize = try value(.pageSize)
    pages = try value(.pages) ?? [:]
    compressorPages = try value(.compressorPages)
    zoneMapSize = try value(.zoneMapSize)
    zoneMapCapacity = try value(.zoneMapCapacity)
    largestZone = try value(.largestZone)
    largestZoneSize = try value(.largestZoneSize)
    largestProcess = try value(.largestProcess)
    processes = try value(.processes) ?? []
  }
}
