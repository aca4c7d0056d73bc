/// A malloc zone of a process: a row of vmmap's second table.
///
/// A value is nil when the text has no such column, or gives pages of unknown size.
public struct MallocZone: Sendable, Hashable, Codable {
  /// The zone's label, `DefaultMallocZone`.
  public internal(set) var name: String
  /// The zone's address, which differs in every run; nil for the row TOTAL.
  public internal(set) var address: String?
  /// Address space.
  public internal(set) var virtual: Quantity?
  /// Bytes in memory.
  public internal(set) var resident: Quantity?
  /// Bytes written and in memory, without swapped ones.
  public internal(set) var dirty: Quantity?
  /// Bytes compressed or swapped out.
  public internal(set) var swapped: Quantity?
  /// Blocks in use.
  public internal(set) var allocationCount: Int?
  /// Bytes of blocks in use.
  public internal(set) var allocated: Quantity?
  /// Dirty and swapped bytes that no block in use needs; nil before 10.13.
  public internal(set) var fragmentation: Quantity?
  /// The printed share of fragmentation in per cent; nil before 10.13.
  public internal(set) var fragmentationPercent: Int?
  /// Regions; nil before 10.12.
  public internal(set) var regionCount: Int?
  /// The row's line in the member.
  public internal(set) var line: Int

  init(name: String, address: String?, line: Int) {
    self.name = name
    self.address = address
    self.line = line
  }

  /// What the zone adds to the process's footprint; nil before 10.13.
  public var footprint: Quantity? { dirty.map { $0 + (swapped ?? .zero) } }
}

extension MallocZone {
  /// The size in a column that has the same heading in both tables; nil for the others.
  subscript(column: RegionType.Column) -> Quantity? {
    get {
      switch column {
      case .virtual: virtual
      case .resident: resident
      case .dirty: dirty
      case .swapped: swapped
      case .volatile, .nonvolatile, .empty: nil
      }
    }
    set {
      switch column {
      case .virtual: virtual = newValue
      case .resident: resident = newValue
      case .dirty: dirty = newValue
      case .swapped: swapped = newValue
      case .volatile, .nonvolatile, .empty: break
      }
    }
  }

  /// `AttributeGraph graph data` and `0x110d34000` of `AttributeGraph graph data_0x110d34000`.
  static func labelAndAddress(_ name: String) -> (label: String, address: String?) {
    guard let mark = name.ranges(of: "_0x").last, mark.lowerBound > name.startIndex else {
      return (name, nil)
    }
    let digits = name[mark.upperBound...]
    guard !digits.isEmpty, digits.allSatisfy(\.isHexDigit) else { return (name, nil) }
    return (String(name[..<mark.lowerBound]), "0x" + digits)
  }
}
