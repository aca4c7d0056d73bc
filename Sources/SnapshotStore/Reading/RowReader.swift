internal import GRDB
internal import MemorySections

/// Reads a row's columns one after the other, which is faster than by their names.
///
/// A store comes from anywhere: a value of another type than its column's is an error and does not
/// end the program, as GRDB's subscripts would.
struct RowReader {
  private let row: Row
  private let names: NameReader
  private var place = 0
  /// The line of the member that the row was read from, which its quantities stand in too; nil for
  /// a table of sums.
  let line: Int?
  /// The member that the row was read from; nil for a row of the archive as a whole.
  private let path: SourcePath?

  init(_ row: Row, _ names: NameReader, of path: SourcePath?) throws {
    self.row = row
    self.names = names
    self.path = path
    line = row.hasColumn("line") ? try row.decode(forColumn: "line") : nil
  }

  /// Where the row's quantities stand; nil for a table of sums.
  var source: Source? { source(line: line) }

  /// A line of the row's member; nil when either is not known.
  func source(line: Int?) -> Source? {
    guard let path, let line else { return nil }
    return Source(path: path, line: line)
  }

  /// The next column, of a type that its values have.
  mutating func next<Value: DatabaseValueConvertible & StatementColumnConvertible>() throws
    -> Value
  {
    defer { place += 1 }
    return try row.decode(atIndex: place)
  }

  /// The next column; nil when it is unknown.
  mutating func maybe<Value: DatabaseValueConvertible & StatementColumnConvertible>() throws
    -> Value?
  {
    defer { place += 1 }
    return try row.decode(atIndex: place)
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
}

/// Texts by their numbers, each read once.
final class NameReader {
  private let find: Statement
  private var known: [Int64: String] = [:]

  init(_ database: Database) throws {
    find = try database.cachedStatement(sql: "SELECT text FROM name WHERE id = ?")
  }

  /// The text of a number.
  func text(_ id: Int64) throws -> String {
    if let text = known[id] { return text }
    let text = try String.fetchOne(find, arguments: [id]) ?? ""
    known[id] = text
    return text
  }
}
