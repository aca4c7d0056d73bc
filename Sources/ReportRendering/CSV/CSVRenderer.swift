internal import MemorySections

/// Renders one table of a result as comma-separated values.
///
/// Every row of the table is written. A column of sizes is followed by its tolerance and by whether it
/// is a lower bound, where the column has those; unknown is an empty cell, never zero.
public struct CSVRenderer: Renderer {
  private let table: String?
  private let hasMark: Bool

  /// Creates a renderer.
  ///
  /// - Parameters:
  ///   - table: the table; nil for the result's main one.
  ///   - hasMark: whether the output starts with a byte order mark, by which spreadsheets know UTF-8.
  public init(table: String?, hasMark: Bool = false) {
    self.table = table
    self.hasMark = hasMark
  }

  /// The byte order mark where it is wanted, and the names of the columns.
  public func opening<Result: Presentable>(for type: Result.Type) -> [UInt8] {
    guard let shape = shape(of: type) else { return [] }
    let names = [type.keyName].compactMap { $0 } + shape.columns.flatMap(Self.names)
    return (hasMark ? [0xEF, 0xBB, 0xBF] : [])
      + Array(CSVRow.line(names.map(CSVRow.Cell.text)).utf8)
  }

  /// The rows of the table, without the names of the columns.
  public func bytes<Result: Presentable>(of result: Result) -> [UInt8] {
    guard let shape = shape(of: Result.self) else { return [] }
    var text = ""
    for table in result.document.tables
    where table.shape.name == shape.name && table.audience != .readers {
      let key = table.key.map(Self.cells) ?? []
      for row in table.rows {
        text += CSVRow.line(
          key + zip(row.cells, shape.columns).flatMap { Self.cells($0, in: $1) })
      }
    }
    return Array(text.utf8)
  }

  private func shape<Result: Presentable>(of type: Result.Type) -> TableShape? {
    table.map { name in type.tables.first { $0.name == name } } ?? type.tables.first
  }

  /// The names of a column's columns.
  private static func names(_ column: Column) -> [String] {
    guard let key = column.key else { return [] }
    switch column.kind {
    case .bytes(let hasTolerance, let hasLowerBound):
      // `bytes`, `toleranceBytes`, `isLowerBound`; `kernelBytes`, `kernelToleranceBytes`, …
      let stem = key == "bytes" ? "" : key.hasSuffix("Bytes") ? String(key.dropLast(5)) : key
      let tolerance = stem.isEmpty ? "toleranceBytes" : stem + "ToleranceBytes"
      let bound = stem.isEmpty ? "isLowerBound" : stem + "IsLowerBound"
      return [key] + (hasTolerance ? [tolerance] : []) + (hasLowerBound ? [bound] : [])
    case .source: return ["member", "line"]
    default: return [key]
    }
  }

  private static func cells(_ cell: Cell, in column: Column) -> [CSVRow.Cell] {
    guard column.key != nil else { return [] }
    switch column.kind {
    case .bytes(let hasTolerance, let hasLowerBound):
      guard case .bytes(let size) = cell else {
        return [CSVRow.Cell](
          repeating: .unknown, count: 1 + (hasTolerance ? 1 : 0) + (hasLowerBound ? 1 : 0))
      }
      return [.number(size.bytes)] + (hasTolerance ? [.number(size.tolerance)] : [])
        + (hasLowerBound ? [size.isLowerBound.map { .text($0 ? "yes" : "no") } ?? .unknown] : [])
    case .source:
      guard case .source(let source) = cell else { return [.unknown, .unknown] }
      return [.text(source.member), .number(source.line)]
    default: return cells(cell)
    }
  }

  private static func cells(_ cell: Cell) -> [CSVRow.Cell] {
    switch cell {
    case .bytes(let size): [.number(size.bytes)]
    case .count(let count), .identifier(let count): [.number(count)]
    case .share(let share, _): [.ratio(share)]
    // Six decimals would make nothing of a small chance.
    case .number(let number, _): [abs(number) < 1e-4 ? .text("\(number)") : .ratio(number)]
    case .name(let name), .text(let name): [.text(name)]
    case .source(let source): [.text(source.place)]
    case .course(let sizes): [.text(sizes.map(String.init).joined(separator: " "))]
    case .unknown, .empty: [.unknown]
    }
  }
}
