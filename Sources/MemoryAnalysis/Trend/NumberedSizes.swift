internal import MemorySections

/// The numbers of the names in a series.
///
/// The captures of a machine list mostly the same names, so that each is kept once.
struct NameNumbers {
  /// The names, each at the place of its number.
  private(set) var names: [String] = []
  private var numbers: [String: UInt32] = [:]

  /// The number of a name: its own since it was first asked for.
  mutating func number(of name: String) -> UInt32 {
    if let known = numbers[name] { return known }
    // Memory ends long before the numbers do.
    let number = UInt32(clamping: names.count)
    numbers[name] = number
    names.append(name)
    return number
  }
}

/// The bytes of a table by the numbers of its names, in 12 bytes a row.
///
/// A `SizesByName` takes ten times as much: it keeps names, tolerances and places of rows.
struct NumberedSizes {
  /// The items with a known size, in ascending order.
  let numbers: [UInt32]
  /// The sizes in bytes, each at the place of its number.
  private let sizes: [Int]
  /// The items without a known size.
  private let unsized: Set<UInt32>
  /// Whether an item that is not listed does not exist.
  private let isWhole: Bool

  init(_ table: SizesByName, _ names: inout NameNumbers) {
    let rows = table.sizes.map { (number: names.number(of: $0.key), bytes: $0.value.bytes) }
      .sorted { $0.number < $1.number }
    numbers = rows.map(\.number)
    sizes = rows.map(\.bytes)
    unsized = Set(table.unsized.map { names.number(of: $0) })
    isWhole = table.isWhole
  }

  /// The size of an item in bytes: zero when a complete table does not list it, nil when unknown.
  func size(of number: UInt32) -> Int? {
    var (first, end) = (0, numbers.count)
    while first < end {
      let middle = first + (end - first) / 2
      if numbers[middle] < number { first = middle + 1 } else { end = middle }
    }
    if first < numbers.count, numbers[first] == number { return sizes[first] }
    return isWhole && !unsized.contains(number) ? 0 : nil
  }
}
