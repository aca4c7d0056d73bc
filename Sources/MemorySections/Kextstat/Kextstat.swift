/// The loaded kernel extensions from kextstat or `kmutil showloaded`.
///
/// Sources: <doc:KextstatFormats>; Apple's kextstat(8), kmutil(8).
public struct Kextstat: Sendable, Hashable, Codable {
  /// The layout: `K1` to `K6` of <doc:KextstatFormats>, or a range that looks alike (`K2-K4`).
  public internal(set) var generation: String
  /// Every readable row, in file order.
  public internal(set) var kexts: [Kext] = []

  /// The wired bytes of all images, without pseudo-kexts.
  ///
  /// These are loaded code and data, not a kext's allocations.
  public var imageSize: Quantity {
    kexts.filter { !$0.isInterface }.compactMap(\.wired).sum()
  }

  /// The wired bytes of every row, including pseudo-kexts: the sum of the column.
  public var allRowsSize: Quantity { kexts.compactMap(\.wired).sum() }

  /// The kexts that are not Apple's.
  public var thirdParty: [Kext] { kexts.filter(\.isThirdParty) }

  /// Creates a list in a layout.
  public init(generation: String, kexts: [Kext] = []) {
    self.generation = generation
    self.kexts = kexts
  }
}

/// One loaded kernel extension.
public struct Kext: Sendable, Hashable, Codable {
  /// The load tag, equal to the kmod id of zprint; nil when printed as `??`.
  public let index: Int?
  /// The number of kexts that link against it; nil when printed as `??`.
  public let references: Int?
  /// The unslid load address; 0 for a part of a collection.
  ///
  /// Nil when printed as `????`.
  public let address: UInt64?
  /// The bytes of kernel memory that the image occupies; nil when printed as `????`.
  public let size: Quantity?
  /// The wired bytes of the image; nil when printed as `????`.
  public let wired: Quantity?
  /// The bundle identifier.
  public let name: String
  /// The version; it may contain letters.
  public let version: String
  /// The image's UUID; nil when the layout has none or prints `no UUID`.
  public let uuid: String?
  /// The indices of the kexts that it links against.
  public let linkedAgainst: [Int]
  /// The row's line in the member.
  public let line: Int

  /// Whether this is a `com.apple.kpi` pseudo-kext: a list of symbols, never to be added up.
  public var isInterface: Bool { name.hasPrefix("com.apple.kpi.") }

  /// Whether the bundle identifier is not one of Apple's.
  public var isThirdParty: Bool { Self.isThirdParty(bundle: name) }

  /// Whether a kext's name is not one of Apple's.
  ///
  /// zprint prints `(unloaded kmod)` for any kext that is gone.
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
