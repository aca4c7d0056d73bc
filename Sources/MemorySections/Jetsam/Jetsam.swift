/// The machine's memory in a JetsamEvent report, when a process was killed for it.
///
/// The event is older than the capture, and so are its figures. Sources: <doc:JetsamFormats>;
/// reports as published by their owners.
public struct Jetsam: Sendable, Hashable {
  /// The time of the event, as printed: `timestamp`, or `date` if it is missing.
  public internal(set) var time: String?
  /// The OS version, `18.5`.
  public internal(set) var osVersion: String?
  /// The OS build.
  public internal(set) var build: String?
  /// The machine's model.
  public internal(set) var model: String?
  /// The page size in bytes.
  public internal(set) var pageSize: Int?
  /// Pages by state, in the report's own words (`wired`, `free`, `anonymous`, …).
  public internal(set) var pages: [String: Int] = [:]
  /// Pages of `compressorSize`; it is not certain that these are the pages occupied by the
  /// compressor.
  public internal(set) var compressorPages: Int?
  /// The used address space of the zone map.
  public internal(set) var zoneMapSize: Quantity?
  /// The whole address space of the zone map: the limit for zones.
  public internal(set) var zoneMapCapacity: Quantity?
  /// The largest zone.
  public internal(set) var largestZone: String?
  /// The size of the largest zone.
  public internal(set) var largestZoneSize: Quantity?
  /// The name of the process with the most memory.
  public internal(set) var largestProcess: String?
  /// Every process, in report order; the first 4,000.
  public internal(set) var processes: [Process] = []

  init() {}

  /// A process at the time of the event.
  public struct Process: Sendable, Hashable, Codable {
    /// The name.
    public let name: String
    /// The process number; nil when the report has none.
    public let pid: Int?
    /// The resident pages; nil when the report has none.
    public let residentPages: Int?
    /// The most pages that the process ever had; nil when the report has none.
    public let lifetimePeakPages: Int?
    /// The reason for its kill; nil for a surviving process.
    public let reason: String?
    /// The first line of its entry.
    public let line: Int
  }
}

/// Conclusions from a report.
extension Jetsam {
  /// The processes that were killed.
  public var victims: [Process] { processes.filter { $0.reason != nil } }

  /// The process with the most memory, with its figures; nil when the list lacks it.
  public var largest: Process? {
    guard let largestProcess else { return nil }
    return processes.filter { $0.name == largestProcess }
      .max { ($0.residentPages ?? 0) < ($1.residentPages ?? 0) }
  }

  /// The bytes of a number of pages; nil when the page size is unknown or the result is
  /// implausible.
  public func size(ofPages pages: Int?) -> Quantity? {
    guard let pages, let pageSize else { return nil }
    let (bytes, overflows) = pages.multipliedReportingOverflow(by: pageSize)
    guard !overflows, bytes <= Quantity.largestBelieved else { return nil }
    return Quantity(bytes: bytes)
  }
}

/// Stores of earlier releases lack the newer fields.
extension Jetsam: Codable {
  /// Decodes an event; missing fields stay empty.
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
