/// The facts about the machine in the head of a spindump, and the footprint of each process.
public struct Spindump: Sendable, Hashable {
  /// When the sampling began, as printed; nil when not printed.
  public internal(set) var time: String?
  /// The OS version, `iPhone OS 16.0.2 (Build 20A380)`; nil when not printed.
  public internal(set) var osVersion: String?
  /// Memory managed by the system; on some devices it is less than installed.
  public internal(set) var memorySize: Quantity?
  /// Seconds since the machine was booted.
  public internal(set) var secondsSinceBoot: Int?
  /// Seconds awake since boot.
  public internal(set) var secondsAwake: Int?
  /// The machine's model.
  public internal(set) var model: String?
  /// Available vnodes and their limit; nil before 13.0.
  public internal(set) var vnodes: Vnodes?
  /// Every process with its path, its footprint at the end of the sampling, and the process that it works for.
  public var processes: [ListedProcess] = []

  init() {}

  /// The kernel's capacity for open and cached files.
  public struct Vnodes: Sendable, Hashable, Codable {
    /// The number that can still be created.
    public let available: Int
    /// The most that the kernel allows.
    public let limit: Int
    /// The line in the member.
    public let line: Int
  }
}

/// Stores of earlier releases lack the processes.
extension Spindump: Codable {
  /// Decodes a spindump; missing fields stay empty.
  ///
  /// - Throws: `DecodingError` when a value has another type.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    time = try values.decodeIfPresent(String.self, forKey: .time)
    osVersion = try values.decodeIfPresent(String.self, forKey: .osVersion)
    memorySize = try values.decodeIfPresent(Quantity.self, forKey: .memorySize)
    secondsSinceBoot = try values.decodeIfPresent(Int.self, forKey: .secondsSinceBoot)
    secondsAwake = try values.decodeIfPresent(Int.self, forKey: .secondsAwake)
    model = try values.decodeIfPresent(String.self, forKey: .model)
    vnodes = try values.decodeIfPresent(Vnodes.self, forKey: .vnodes)
    processes = try values.decodeIfPresent([ListedProcess].self, forKey: .processes) ?? []
  }
}
