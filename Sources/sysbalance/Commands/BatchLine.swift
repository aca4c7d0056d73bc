internal import Foundation
internal import ReportRendering

/// What a batch writes of an archive, rendered where it was read.
struct BatchLine: Sendable {
  /// Its line.
  let text: [UInt8]
  /// Its rows in tables; nil when none were asked for.
  let rows: RenderedRows?

  /// What stands before the parts of a frame, as a line of JSON: the parts' lengths in bytes.
  private struct Header: Codable {
    let text: Int
    let tables: [Int]
    let snapshot: String?
    let isSound: Bool
    let machine: String?
  }

  init(text: [UInt8], rows: RenderedRows?) {
    self.text = text
    self.rows = rows
  }

  /// Reads a frame that a process of the batch has handed over.
  init(frame: [UInt8], hasRows: Bool) {
    guard hasRows, let end = frame.firstIndex(of: 0x0A),
      let header = try? JSONDecoder().decode(Header.self, from: Data(frame[..<end]))
    else {
      self.init(text: frame, rows: nil)
      return
    }
    var rest = frame[(end + 1)...]
    let take = { (length: Int) -> [UInt8] in
      defer { rest = rest.dropFirst(length) }
      return Array(rest.prefix(length))
    }
    let text = take(header.text)
    self.init(
      text: text,
      rows: RenderedRows(
        snapshot: header.snapshot, isSound: header.isSound, machine: header.machine,
        tables: header.tables.map(take)))
  }

  /// The line in one piece, as a process of the batch hands it over: without rows its text alone.
  var frame: [UInt8] {
    guard let rows else { return text }
    let header = Header(
      text: text.count, tables: rows.tables.map(\.count), snapshot: rows.snapshot,
      isSound: rows.isSound, machine: rows.machine)
    let line = (try? JSONEncoder().encode(header)) ?? Data()
    return Array(line) + [0x0A] + text + rows.tables.flatMap { $0 }
  }
}
