/// Rewrites CSV cell by cell; a path never swallows the next cell.
enum RedactedCSV {
  /// Rewrites the cells of a text.
  ///
  /// - Parameters:
  ///   - bytes: rows in RFC 4180 form: cells may be quoted, with inner quotes doubled.
  ///   - redact: returns a cell's new text, or nil to keep it.
  /// - Returns: the new text; nil when no cell changes.
  static func rewrite(_ bytes: [UInt8], _ redact: ([UInt8]) -> [UInt8]?) -> [UInt8]? {
    let quote = UInt8(ascii: "\"")
    var written: [UInt8] = []
    var (copied, index) = (0, 0)
    while index < bytes.count {
      let isQuoted = bytes[index] == quote
      let start = isQuoted ? index + 1 : index
      let end = isQuoted ? quotedEnd(bytes, start) : plainEnd(bytes, start)
      if let new = redact(isQuoted ? undoubled(bytes[start..<end]) : Array(bytes[start..<end])) {
        written += bytes[copied..<start]
        written += isQuoted ? new.flatMap { $0 == quote ? [$0, $0] : [$0] } : new
        copied = end
      }
      index = end + 1
    }
    guard copied > 0 else { return nil }
    return written + bytes[copied...]
  }

  private static func plainEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    let end = bytes[start...].firstIndex { $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D }
    return end ?? bytes.count
  }

  /// The offset of a cell's closing quote, the first that is not doubled.
  private static func quotedEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") {
        guard index + 1 < bytes.count, bytes[index + 1] == bytes[index] else { return index }
        index += 1
      }
      index += 1
    }
    return bytes.count
  }

  private static func undoubled(_ cell: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var isSecond = false
    for byte in cell {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if byte != UInt8(ascii: "\"") || isSecond { text.append(byte) }
    }
    return text
  }
}
