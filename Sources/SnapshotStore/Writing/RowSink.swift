internal import MemorySections

/// Takes the columns of a row, one after the other.
protocol RowSink {
  /// Finds the numbers of texts that repeat, and redacts the others.
  var names: NameFinder { get }
  /// The column of the next name.
  var nameColumn: Int { get set }

  /// Adds a number; NULL for nil.
  mutating func add(_ number: Int64?)
  /// Adds a fraction; NULL for nil.
  mutating func add(_ fraction: Double?)
  /// Adds a text that holds no name, or whose names are replaced; NULL for nil.
  mutating func add(asIs text: String?)
  /// Adds the UTF-8 of such a text; NULL for nil.
  mutating func add(asIs text: [UInt8]?)
  /// Adds the number of a text that repeats.
  mutating func add(_ name: NameReference)
}

extension RowSink {
  /// Adds a number; NULL for nil.
  mutating func add(_ number: Int?) { add(number.map { Int64($0) }) }

  /// Adds 1 or 0; NULL for nil.
  mutating func add(_ flag: Bool?) { add(flag.map { $0 ? Int64(1) : 0 }) }

  /// Adds a text, redacted where the store is; NULL for nil.
  mutating func add(_ text: String?) {
    guard let rewrite = names.rewrite else { return add(asIs: text) }
    add(asIs: text.map(rewrite))
  }

  /// Adds the UTF-8 of a text, redacted where the store is; NULL for nil.
  mutating func add(_ text: [UInt8]?) {
    guard names.rewrite != nil else { return add(asIs: text) }
    add(text.map { String(decoding: $0, as: UTF8.self) })
  }

  /// Adds the UTF-8 of a text that holds no name; NULL for nil.
  mutating func add(asIs text: [UInt8]?) {
    add(asIs: text.map { String(decoding: $0, as: UTF8.self) })
  }

  /// Adds the number of a text that repeats; NULL for nil.
  mutating func add(name: String?) {
    if let name { add(names.find(name, in: nameColumn)) } else { add(nil as Int64?) }
    nameColumn += 1
  }

  /// Adds the two columns of a quantity; NULL for nil.
  mutating func add(_ quantity: Quantity?) {
    add(quantity?.bytes)
    add(quantity?.tolerance)
  }
}
