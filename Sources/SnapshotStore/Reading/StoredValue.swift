internal import GRDB

/// What stands in a column of a row that is read.
enum StoredValue: Sendable, Hashable {
  case null
  case number(Int64)
  case fraction(Double)
  case text(String)

  /// The value of a column; nil for a blob, which no store of this program has.
  init?(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .number(number)
    case .double(let fraction): self = .fraction(fraction)
    case .string(let text): self = .text(text)
    case .blob: return nil
    }
  }
}

/// A type that columns have.
protocol StoredType {
  /// The value of a column; nil when it is of another type.
  init?(_ value: StoredValue)
}

extension Int64: StoredType {
  init?(_ value: StoredValue) {
    switch value {
    case .number(let number): self = number
    // A number that was put there by other means.
    case .fraction(let fraction): self.init(exactly: fraction)
    case .null, .text: return nil
    }
  }
}

extension Int: StoredType {
  init?(_ value: StoredValue) {
    guard let number = Int64(value) else { return nil }
    self.init(exactly: number)
  }
}

extension Bool: StoredType {
  init?(_ value: StoredValue) {
    guard let number = Int64(value) else { return nil }
    self = number != 0
  }
}

extension String: StoredType {
  init?(_ value: StoredValue) {
    guard case .text(let text) = value else { return nil }
    self = text
  }
}
