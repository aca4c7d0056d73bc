internal import GRDB
internal import MemorySections

/// Reads a row's columns one after the other, which is faster than by their names.
struct RowReader {
  private let row: Row
  private var place = 0
  private let path: SourcePath
  /// The line of the member that the row was read from, which its quantities stand in too; nil for
  /// a table of sums.
  private let line: Int?

  init(_ row: Row, of path: SourcePath, line: Int?) {
    self.row = row
    self.path = path
    self.line = line
  }

  /// Where the row's quantities stand; nil for a sum.
  var source: Source? { source(line: line) }

  private func source(line: Int?) -> Source? { line.map { Source(path: path, line: $0) } }

  /// The next column, of a type that its values have.
  mutating func next<Value: DatabaseValueConvertible & StatementColumnConvertible>() -> Value {
    defer { place += 1 }
    return row[place]
  }

  /// The next column; nil when it is unknown.
  mutating func maybe<Value: DatabaseValueConvertible & StatementColumnConvertible>() -> Value? {
    defer { place += 1 }
    return row[place]
  }

  /// The next two columns as a quantity; nil when it is unknown.
  mutating func quantity() -> Quantity? { quantity(line: line) }

  /// The same of a quantity that stands in a line of its own.
  mutating func quantity(line: Int?) -> Quantity? {
    let bytes: Int? = maybe()
    let tolerance: Int? = maybe()
    return bytes.map { Quantity(bytes: $0, tolerance: tolerance ?? 0, source: source(line: line)) }
  }

  /// The next two columns as a quantity that is always known.
  mutating func knownQuantity() -> Quantity {
    let bytes: Int = next()
    return Quantity(bytes: bytes, tolerance: next(), source: source)
  }
}
