internal import Platform

/// Adds up vmmap's list of regions by type, without keeping the list.
///
/// ```
/// REGION TYPE                    START - END         [ VSIZE  RSDNT  DIRTY   SWAP] PRT/MAX SHRMOD PURGE    REGION DETAIL
/// __TEXT                      104e98000-104ea0000    [   32K    32K     0K     0K] r-x/r-x SM=COW          /usr/lib/dyld
/// __PAGEZERO             00000000-00001000 [    4K] ---/--- SM=NUL
/// page table in kernel           kernel-kernel       [ 1025K  1025K  1025K     0K] rw-/rw- SM=PRV          charged to …
/// ```
///
/// A list may have 100,000 rows of a hundred types. The brackets hold one to four sizes. With
/// `-pages` they hold numbers of pages; a part of a page is in bytes without a unit, too, but other
/// sizes of such a list have one. Source: <doc:VmmapFormats>.
struct RegionSums {
  private var types: [Sum] = []
  /// The places of types by a hash of their names, plus one; 0 is free.
  private var slots = [UInt16](repeating: 0, count: Self.slotCount)
  /// Whether any size has a unit: bare numbers are then bytes.
  private var hasUnits = false

  private static let slotCount = 2048
  /// The most types; real lists have about a hundred.
  private static let mostTypes = 1000

  var isEmpty: Bool { types.isEmpty }

  private struct Sum {
    let name: [UInt8]
    /// The name's hash: most names of one slot are told apart by it.
    let hash: UInt64
    let source: Source
    /// Sizes with a unit, and bare numbers, in the order of the columns.
    var sizes: (Size, Size, Size, Size) = (Size(), Size(), Size(), Size())
    var columnCount = 0
  }

  private struct Size {
    var bytes = 0
    var tolerance = 0
    var bare = 0
  }

  /// Adds a region; nil when the line has none, false when it is damaged.
  mutating func read(_ line: Span<UInt8>, at source: Source) -> Bool? {
    line.withUnsafeBufferPointer { read($0, source) }
  }

  private mutating func read(_ line: UnsafeBufferPointer<UInt8>, _ source: Source) -> Bool? {
    guard
      let open = ByteSearch.firstOffset(of: UInt8(ascii: "["), in: UnsafeRawBufferPointer(line)),
      let type = Self.type(line, before: open)
    else { return nil }
    var place = open + 1
    var column = 0
    guard let index = index(of: line[..<type], source) else { return false }
    while true {
      while place < line.count, line[place] == 0x20 { place += 1 }
      guard place < line.count else { return false }
      if line[place] == UInt8(ascii: "]") { break }
      guard column < 4, let value = Self.value(line, &place) else { return false }
      add(value, to: column, of: index)
      column += 1
    }
    guard column > 0 else { return false }
    types[index].columnCount = max(types[index].columnCount, column)
    return true
  }

  /// The end of the type's name, which addresses follow; nil when the line is no region.
  private static func type(_ line: UnsafeBufferPointer<UInt8>, before open: Int) -> Int? {
    var end = open
    while end > 0, line[end - 1].isBlank { end -= 1 }
    var start = end
    var hasDash = false
    while start > 0, !line[start - 1].isBlank {
      start -= 1
      if line[start] == UInt8(ascii: "-") { hasDash = true }
    }
    guard hasDash, start > 0 else { return nil }
    while start > 0, line[start - 1].isBlank { start -= 1 }
    return start > 0 ? start : nil
  }

  private static func value(
    _ line: UnsafeBufferPointer<UInt8>, _ place: inout Int
  ) -> (number: Int, tenths: Int?, shift: Int?)? {
    guard let first = line[place].decimalDigit else { return nil }
    var number = first
    var tenths: Int?
    place += 1
    while place < line.count, let digit = line[place].decimalDigit {
      guard number < 1 << 50 else { return nil }
      number = number * 10 + digit
      place += 1
    }
    if place + 1 < line.count, line[place] == UInt8(ascii: ".") {
      guard let digit = line[place + 1].decimalDigit else { return nil }
      tenths = digit
      place += 2
    }
    guard place < line.count else { return nil }
    switch line[place] {
    case 0x20, UInt8(ascii: "]"): return tenths == nil ? (number, nil, nil) : nil
    default:
      guard let shift = line[place].unitShift, number <= Quantity.largestBelieved >> shift else {
        return nil
      }
      place += 1
      return (number, tenths, shift)
    }
  }

  private mutating func add(
    _ value: (number: Int, tenths: Int?, shift: Int?), to column: Int, of index: Int
  ) {
    guard let shift = value.shift else {
      change(column, of: index) { $0.bare = $0.bare.addingSaturated(value.number) }
      return
    }
    hasUnits = true
    let place = 1 << shift
    let bytes = value.number << shift + ((value.tenths ?? 0) << shift + 5) / 10
    let tolerance = bytes == 0 ? 0 : value.tenths == nil ? place / 2 : place / 20
    change(column, of: index) { size in
      size.bytes = size.bytes.addingSaturated(bytes)
      size.tolerance = size.tolerance.addingSaturated(tolerance)
    }
  }

  private mutating func change(_ column: Int, of index: Int, _ change: (inout Size) -> Void) {
    switch column {
    case 0: change(&types[index].sizes.0)
    case 1: change(&types[index].sizes.1)
    case 2: change(&types[index].sizes.2)
    default: change(&types[index].sizes.3)
    }
  }

  /// The place of a type, which is added when it is new; nil when there are too many.
  private mutating func index(
    of name: Slice<UnsafeBufferPointer<UInt8>>, _ source: Source
  ) -> Int? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash >> 32) & (Self.slotCount - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1  // checked: a slot holds an index of `types`, plus one
      if types[index].hash == hash, types[index].name.elementsEqual(name) { return index }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    guard types.count < Self.mostTypes, name.count <= 200 else { return nil }
    types.append(Sum(name: Array(name), hash: hash, source: source))
    slots[slot] = UInt16(types.count)
    return types.count - 1
  }
}

extension RegionSums {
  /// The types by name, with the sizes that the list states.
  ///
  /// - Parameter pageSize: the size of a page where the list counts pages; nil when it is not known.
  /// - Returns: rows like those of the table of region types; the first region's line stands for all.
  func regionTypes(pageSize: Int?) -> [RegionType] {
    types.map { sum in
      var type = RegionType(type: String(decoding: sum.name, as: UTF8.self), line: sum.source.line)
      let sizes = [sum.sizes.0, sum.sizes.1, sum.sizes.2, sum.sizes.3]
      let columns: [RegionType.Column] = [.virtual, .resident, .dirty, .swapped]
      for (column, size) in zip(columns, sizes.prefix(sum.columnCount)) {
        type[column] = quantity(size, pageSize)
      }
      return type
    }.sorted { $0.type < $1.type }
  }

  private func quantity(_ size: Size, _ pageSize: Int?) -> Quantity? {
    guard !hasUnits else {
      return Quantity(bytes: size.bytes.addingSaturated(size.bare), tolerance: size.tolerance)
    }
    guard let pageSize else { return nil }
    let (bytes, overflows) = size.bare.multipliedReportingOverflow(by: pageSize)
    return overflows ? nil : Quantity(bytes: bytes)
  }
}
