/// What kextstat or `kmutil showloaded` says: the kernel extensions that are loaded.
///
/// Sources: `formats.md` §2; Apple's kextstat(8), kmutil(8).
public struct Kextstat: Sendable, Hashable, Codable {
  /// The layout: `K1` to `K6` of `formats.md` §2, or a range that looks alike (`K2-K4`).
  public internal(set) var generation: String
  /// Every row that could be read, in the file's order.
  public internal(set) var kexts: [Kext] = []

  /// The wired bytes of all images; pseudo-kexts are left out.
  ///
  /// These are code and data as loaded, not what a kext allocates.
  public var imageSize: Quantity {
    kexts.filter { !$0.isInterface }.compactMap(\.wired).sum()
  }

  /// The wired bytes of every row, pseudo-kexts too: what adding up the column gives.
  public var allRowsSize: Quantity { kexts.compactMap(\.wired).sum() }

  /// The kexts that Apple did not write.
  public var thirdParty: [Kext] { kexts.filter(\.isThirdParty) }

  /// Creates what a text of a layout says.
  public init(generation: String, kexts: [Kext] = []) {
    self.generation = generation
    self.kexts = kexts
  }
}

/// One loaded kernel extension.
public struct Kext: Sendable, Hashable, Codable {
  /// The load tag, the same number as the kmod id of zprint; nil when printed as `??`.
  public let index: Int?
  /// How many kexts link against it; nil when printed as `??`.
  public let references: Int?
  /// Where it is loaded, unslid; 0 for a part of a collection.
  ///
  /// Nil when printed as `????`.
  public let address: UInt64?
  /// Bytes of kernel memory that the image occupies; nil when printed as `????`.
  public let size: Quantity?
  /// Bytes of the image that are wired; nil when printed as `????`.
  public let wired: Quantity?
  /// The bundle identifier.
  public let name: String
  /// The version, which may hold letters.
  public let version: String
  /// The image's UUID; nil where the layout has none or it says `no UUID`.
  public let uuid: String?
  /// The indices of the kexts that it links against.
  public let linkedAgainst: [Int]
  /// The row's line in the member.
  public let line: Int

  /// Whether this is a `com.apple.kpi` pseudo-kext: a list of symbols, never to be summed.
  public var isInterface: Bool { name.hasPrefix("com.apple.kpi.") }

  /// Whether the bundle identifier is not one of Apple's.
  public var isThirdParty: Bool { Self.isThirdParty(bundle: name) }

  /// Whether a kext's name is not one of Apple's.
  ///
  /// `(unloaded kmod)` stands in zprint for any kext that is gone.
  public static func isThirdParty(bundle name: String) -> Bool {
    !name.hasPrefix("com.apple.") && !name.hasPrefix("(") && name != "__kernel__"
  }

  /// Creates a row.
  public init(
    index: Int?, references: Int?, address: UInt64?, size: Quantity?, wired: Quantity?,
    name: String, version: String, uuid: String?, linkedAgainst: [Int], line: Int
  ) {
    self.index = index
    self.references = references
    self.address = address
    self.size = size
    self.wired = wired
    self.name = name
    self.version = version
    self.uuid = uuid
    self.linkedAgainst = linkedAgainst
    self.line = line
  }
}
