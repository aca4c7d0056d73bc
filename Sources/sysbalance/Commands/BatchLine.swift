internal import Foundation
internal import Platform
internal import ReportRendering

/// What a batch writes of an archive, rendered where it was read.
struct BatchLine: Sendable {
  /// Its line.
  let text: [UInt8]
  /// Its rows in tables; nil when none were asked for.
  let rows: RenderedRows?
  /// The ids of its findings, each once.
  let findings: [String]

  /// What stands before the parts of a frame, as a line of JSON.
  private struct Header: Codable {
    /// The length of the line in bytes.
    let text: Int
    let findings: [String]
    let rows: Rows?

    /// The lengths of the tables' parts in bytes.
    struct Rows: Codable {
      let tables: [Int]
      let snapshot: String?
      let isSound: Bool
      let machine: String?
    }
  }

  init(text: [UInt8], rows: RenderedRows?, findings: [String]) {
    self.text = text
    self.rows = rows
    self.findings = findings
  }

  /// Reads a frame that a process of the batch has handed over.
  init(frame: [UInt8]) {
    guard let end = frame.firstIndex(of: 0x0A),
      let header = try? JSONDecoder().decode(Header.self, from: Data(frame[..<end]))
    else {
      self.init(text: [], rows: nil, findings: [])
      return
    }
    var rest = frame[(end + 1)...]
    let take = { (length: Int) -> [UInt8] in
      defer { rest = rest.dropFirst(length) }
      return Array(rest.prefix(length))
    }
    let text = take(header.text)
    let rows = header.rows.map { rows in
      RenderedRows(
        snapshot: rows.snapshot, isSound: rows.isSound, machine: rows.machine,
        tables: rows.tables.map(take))
    }
    self.init(text: text, rows: rows, findings: header.findings)
  }

  /// The line in one piece, as a process of the batch hands it over.
  var frame: [UInt8] {
    let header = Header(
      text: text.count, findings: findings,
      rows: rows.map { rows in
        Header.Rows(
          tables: rows.tables.map(\.count), snapshot: rows.snapshot, isSound: rows.isSound,
          machine: rows.machine)
      })
    // A header holds nothing that JSON cannot encode.
    let line = (try? JSONTextEncoder.line(of: header)) ?? []
    return line + [0x0A] + text + (rows?.tables.flatMap { $0 } ?? [])
  }
}
