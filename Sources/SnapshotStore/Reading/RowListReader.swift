internal import GRDB

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Reads a list of rows, row by row.
///
/// ```
/// [[12,null,1048576,"tag"],[13,7,0,"kext"]]
/// ```
///
/// SQLite shows such a list as rows, too, and takes ten times as long: for each value it looks through
/// the row from its start.
struct RowListReader {
  private let bytes: [UInt8]
  private var place = 0
  private var hasBegun = false

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The next row; nil behind the last one.
  ///
  /// - Throws: `DatabaseError` when the text is no list of rows.
  mutating func next() throws -> [StoredValue]? {
    if !hasBegun {
      try take(UInt8(ascii: "["))
      hasBegun = true
      if skip(UInt8(ascii: "]")) { return try end() }
    } else {
      if skip(UInt8(ascii: "]")) { return try end() }
      try take(UInt8(ascii: ","))
    }
    return try row()
  }

  private mutating func row() throws -> [StoredValue] {
    try take(UInt8(ascii: "["))
    var values: [StoredValue] = []
    values.reserveCapacity(24)
    if skip(UInt8(ascii: "]")) { return values }
    repeat { values.append(try value()) } while skip(UInt8(ascii: ","))
    try take(UInt8(ascii: "]"))
    return values
  }

  private mutating func value() throws -> StoredValue {
    passSpace()
    guard place < bytes.count else { throw Self.damaged }
    switch bytes[place] {
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "n"):
      for byte in "null".utf8 { try take(byte) }
      return .null
    default: return try number()
    }
  }

  private mutating func number() throws -> StoredValue {
    let start = place
    let isNegative = bytes[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    let digits = place
    var (value, fits): (Int64, Bool) = (0, true)
    while place < bytes.count, case let digit = bytes[place] &- UInt8(ascii: "0"), digit < 10 {
      let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      // Below zero there is room for one number more.
      let (sum, isStillTooLarge) =
        isNegative
        ? tens.subtractingReportingOverflow(Int64(digit))
        : tens.addingReportingOverflow(Int64(digit))
      fits = fits && !isTooLarge && !isStillTooLarge
      value = sum
      place += 1
    }
    guard place > digits else { throw Self.damaged }
    let isWhole = place == bytes.count || !Self.continuesFraction(bytes[place])
    if isWhole, fits { return .number(value) }
    while place < bytes.count, Self.continuesFraction(bytes[place]) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    guard let fraction = Double(text) else { throw Self.damaged }
    return .fraction(fraction)
  }

  private static func continuesFraction(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "e"),
      UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private mutating func text() throws -> String {
    let start = place
    var isPlain = true
    place += 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      if bytes[place] == UInt8(ascii: "\\") {
        isPlain = false
        place += 1
      }
      place += 1
    }
    guard place < bytes.count else { throw Self.damaged }
    place += 1
    if isPlain { return String(decoding: bytes[(start + 1)..<(place - 1)], as: UTF8.self) }
    do {
      return try JSONDecoder().decode(String.self, from: Data(bytes[start..<place]))
    } catch {
      throw Self.damaged
    }
  }

  private mutating func end() throws -> [StoredValue]? {
    passSpace()
    guard place == bytes.count else { throw Self.damaged }
    return nil
  }

  private mutating func take(_ byte: UInt8) throws {
    guard skip(byte) else { throw Self.damaged }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    passSpace()
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func passSpace() {
    while place < bytes.count, bytes[place] <= 0x20 {
      guard bytes[place] == 0x20 || (0x09...0x0D).contains(bytes[place]) else { return }
      place += 1
    }
  }

  private static let damaged = DatabaseError(
    resultCode: .SQLITE_CORRUPT, message: "a list of rows is damaged")
}
