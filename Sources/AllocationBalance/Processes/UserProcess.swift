public import MemorySections

/// A process with everything that the sections of a capture say of it.
public struct UserProcess: Sendable, Hashable {
  /// The fullest name in any section: top cuts names after 16 letters.
  public let name: String
  /// The process number; nil when the list has none.
  public let pid: Int?
  /// The app that the process belongs to (<doc:ProcessesAndApps#Apps>).
  public let app: String
  /// The footprint; nil when the process could not be examined.
  public let footprint: Quantity?
  /// The largest footprint of the process's life; nil when no section prints it.
  public let lifetimePeak: Quantity?
  /// Where the process stands.
  public let source: Source
  /// The same process in footprint, with its categories; nil when footprint does not list it.
  public var details: FootprintProcess? { storedDetails.process }
  private let storedDetails: Details
  /// Footprints in other sections that differ by more than 3 % and 1 MiB.
  public let otherFootprints: [OtherFootprint]

  /// A footprint of the same process in another section.
  public struct OtherFootprint: Sendable, Hashable {
    /// The section that it was read from.
    public let origin: UserFigure.Origin
    /// The footprint.
    public let footprint: Quantity
  }

  /// A process of footprint, or none; it takes room only where there is one.
  private indirect enum Details: Sendable, Hashable {
    case none
    case some(FootprintProcess)

    var process: FootprintProcess? { if case .some(let process) = self { process } else { nil } }
  }

  init(
    name: String, pid: Int?, app: String, footprint: Quantity?, lifetimePeak: Quantity?,
    source: Source, details: FootprintProcess?, otherFootprints: [OtherFootprint]
  ) {
    self.name = name
    self.pid = pid
    self.app = app
    self.footprint = footprint
    self.lifetimePeak = lifetimePeak
    self.source = source
    storedDetails = details.map { .some($0) } ?? .none
    self.otherFootprints = otherFootprints
  }

  /// How much smaller the process is than it once was; nil when it is not, or nothing says so.
  public var belowPeak: Quantity? {
    guard let footprint, let lifetimePeak, lifetimePeak.bytes > footprint.bytes else { return nil }
    return lifetimePeak - footprint
  }
}

extension Quantity {
  /// Whether another reading of the same figure differs by more than 3 %, 1 MiB and the rounding.
  ///
  /// The tools run seconds apart; smaller differences are usual (<doc:ProcessesAndApps#Two-sources>).
  func differs(from other: Quantity) -> Bool {
    let difference = (self - other)
    let larger = Swift.max(bytes, other.bytes)
    return difference.bytes.magnitude > Swift.max(larger / 100 * 3, 1 << 20).magnitude
      && difference.bytes.magnitude > difference.tolerance.magnitude
  }
}
