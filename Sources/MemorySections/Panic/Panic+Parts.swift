extension Panic {
  /// A zone named by a panic's first sentence.
  public struct ExhaustedZone: Sendable, Hashable, Codable {
    /// The zone's name, with blanks.
    public let name: String
    /// The zone's size; nil when the report has none.
    public let size: Quantity?
    /// Elements in use; nil when the report has none.
    public let elements: Int?
  }

  /// A row of the list of zones.
  public struct ListedZone: Sendable, Hashable, Codable {
    /// The zone's name, truncated to 20 characters by the kernel.
    public let name: String
    /// The zone's size.
    public let size: Quantity
    /// The free part of the size; nil when the list has no such column.
    public let free: Quantity?
  }

  /// A backtrace that the kernel suspects of a leak, judged by allocated and not freed bytes.
  public struct SuspectedBacktrace: Sendable, Hashable, Codable {
    /// Bytes that were sampled and not freed: a sample, not the whole leak.
    public internal(set) var outstanding: Quantity?
    /// The line in the member.
    public internal(set) var line: Int
    /// The bundle ids of its kexts, without dependencies.
    public internal(set) var kexts: [String] = []
  }

  /// A kext that was loaded at the panic.
  public struct LoadedKext: Sendable, Hashable, Codable {
    /// The bundle id as printed; from 10.13 on, Apple's are shortened (`>!AHPM`,
    /// `@filesystems.autofs`).
    public let name: String
    /// The version.
    public let version: String

    /// Whether the kext is not Apple's.
    public var isThirdParty: Bool {
      guard let first = name.first, first.isLetter else { return false }
      return Kext.isThirdParty(bundle: name)
    }
  }

  /// A process of the report's stackshot.
  public struct RunningProcess: Sendable, Hashable, Codable {
    /// The name.
    public let name: String
    /// The process number; nil when the report has none.
    public let pid: Int?
    /// Resident bytes with shared pages, not a footprint; nil when the report has none.
    public let resident: Quantity?
  }
}
