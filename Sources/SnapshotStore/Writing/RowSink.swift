internal import MemorySections

/// Takes the columns of a row, one after the other.
protocol RowSink {
  /// Gives the numbers of texts that repeat.
  var names: NameWriter { get }

  /// Adds a number; NULL for nil.
  mutating func add(_ number: Int64?) throws
  /// Adds a fraction; NULL for nil.
  mutating func add(_ fraction: Double?) throws
  /// Adds a text that holds no name, or whose names are replaced; NULL for nil.
  mutating func add(asIs text: String?) throws
}

extension RowSink {
  /// Adds a number; NULL for nil.
  mutating func add(_ number: Int?) throws {
    if let number { try add(Int64(number)) } else { try add(nil as Int64?) }
  }

  /// Adds 1 or 0; NULL for nil.
  mutating func add(_ flag: Bool?) throws { try add(flag.map { $0 ? Int64(1) : 0 }) }

  /// Adds a text, redacted where the store is; NULL for nil.
  mutating func add(_ text: String?) throws {
    guard let rewrite = names.rewrite else { return try add(asIs: text) }
    try add(asIs: text.map(rewrite))
  }

  /// Adds the number of a text that repeats; NULL for nil.
  mutating func add(name: String?) throws {
    if let name { try add(try names.id(name)) } else { try add(nil as Int64?) }
  }

  /// Adds the two columns of a quantity; NULL for nil.
  mutating func add(_ quantity: Quantity?) throws {
    try add(quantity?.bytes)
    try add(quantity?.tolerance)
  }
}
