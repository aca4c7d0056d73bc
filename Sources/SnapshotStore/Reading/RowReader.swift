internal import GRDB
internal import MemorySections

/// Reads a row's columns one after the other, which is faster than by their names.
///
/// A store comes from anywhere: a value of another type than its column's is an error and does not
/// end the program, as GRDB's subscripts would.
struct RowReader {
  private let values: [StoredValue]
  private let names: NameReader
  private var place = 0
  /// The line of the member that the row was read from, which its quantities stand in too; nil for
  /// a table of sums.
  let line: Int?
  /// The member that the row was read from; nil for a row of the archive as a whole.
  private let path: SourcePath?

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - values: the columns.
  ///   - hasLine: whether the last of them is the row's line.
  ///   - names: finds the texts of numbers.
  ///   - path: the member that the row was read from; nil for a row of the archive as a whole.
  init(_ values: [StoredValue], hasLine: Bool, _ names: NameReader, of path: SourcePath?) {
    self.values = values
    self.names = names
    self.path = path
    line = hasLine ? values.last.flatMap { Int($0) } : nil
  }

  /// Where the row's quantities stand; nil for a table of sums.
  var source: Source? { source(line: line) }

  /// A line of the row's member; nil when either is not known.
  func source(line: Int?) -> Source? {
    guard let path, let line else { return nil }
    return Source(path: path, line: line)
  }

  /// The next column, of a type that its values have.
  mutating func next<Value: StoredType>() throws -> Value {
    guard let value: Value = try maybe() else { throw Self.mismatch("a value is missing") }
    return value
  }

  /// The next column; nil when it is unknown.
  mutating func maybe<Value: StoredType>() throws -> Value? {
    guard place < values.count else { throw Self.mismatch("a row is too short") }
    defer { place += 1 }
    if case .null = values[place] { return nil }
    guard let value = Value(values[place]) else {
      throw Self.mismatch("a value is of another type than its column")
    }
    return value
  }

  /// Passes over a column that follows from others.
  mutating func skip() { place += 1 }

  /// The next column as the text that its number stands for.
  mutating func name() throws -> String { try names.text(try next()) }

  /// The same; nil when it is unknown.
  mutating func maybeName() throws -> String? {
    let id: Int64? = try maybe()
    return try id.map { try names.text($0) }
  }

  /// The next two columns as a quantity; nil when it is unknown.
  mutating func quantity() throws -> Quantity? { try quantity(line: line) }

  /// The same of a quantity that stands in a line of its own.
  mutating func quantity(line: Int?) throws -> Quantity? {
    let bytes: Int? = try maybe()
    let tolerance: Int? = try maybe()
    return bytes.map { Quantity(bytes: $0, tolerance: tolerance ?? 0, source: source(line: line)) }
  }

  /// The next two columns as a quantity that is always known.
  mutating func knownQuantity() throws -> Quantity {
    let bytes: Int = try next()
    return Quantity(bytes: bytes, tolerance: try next(), source: source)
  }

  private static func mismatch(_ message: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_MISMATCH, message: message)
  }
}
