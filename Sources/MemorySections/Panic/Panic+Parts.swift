extension Panic {
  /// A zone that a panic's first sentence names.
  public struct ExhaustedZone: Sendable, Hashable, Codable {
    /// The zone's name, blanks as they are.
    public let name: String
    /// What it held; nil when the report does not say.
    public let size: Quantity?
    /// Elements in use; nil when the report does not say.
    public let elements: Int?
  }

  /// A row of the list of zones.
  public struct ListedZone: Sendable, Hashable, Codable {
    /// The zone's name, cut to 20 characters by the kernel.
    public let name: String
    /// What it held.
    public let size: Quantity
    /// How much of that was free; nil where the list has no such column.
    public let free: Quantity?
  }

  /// A backtrace that the kernel suspects of a leak, by what was allocated from it and not freed.
  public struct SuspectedBacktrace: Sendable, Hashable, Codable {
    /// Bytes that were sampled and not freed: a sample, not what was leaked in all.
    public internal(set) var outstanding: Quantity?
    /// The line that it stands in.
    public internal(set) var line: Int
    /// The bundle ids of the kexts in it, dependencies left out.
    public internal(set) var kexts: [String] = []
  }

  /// A kext that was loaded at the panic.
  public struct LoadedKext: Sendable, Hashable, Codable {
    /// The bundle id as printed; from 10.13 on Apple's own are shortened (`>!AHPM`, `@filesystems.autofs`).
    public let name: String
    /// The version.
    public let version: String

    /// Whether Apple did not write it.
    public var isThirdParty: Bool {
      guard let first = name.first, first.isLetter else { return false }
      return Kext.isThirdParty(bundle: name)
    }
  }

  /// A process of the report's stackshot.
  public struct RunningProcess: Sendable, Hashable, Codable {
    /// The name.
    public let name: String
    /// The process number; nil when the report does not say.
    public let pid: Int?
    /// Resident bytes, shared pages among them: no footprint; nil when the report does not say.
    public let resident: Quantity?
  }
}
