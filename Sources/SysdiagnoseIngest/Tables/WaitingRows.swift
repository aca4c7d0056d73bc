internal import Platform
internal import ReportRendering

/// The rows of damaged captures, in a file of their own until all archives are known.
///
/// Memory holds their digests only: thousands of archives may be damaged.
final class WaitingRows {
  private let path: String
  private let file: TableFile
  private var entries: [Entry] = []

  private struct Entry {
    let snapshot: String?
    let machine: String?
    let counts: [Int]
  }

  /// Creates the file.
  ///
  /// - Throws: `FileError` when it cannot be created.
  init(_ path: String) throws(FileError) {
    self.path = path
    file = try TableFile(path, isCompressed: false)
  }

  /// Adds the rows of a capture.
  ///
  /// - Throws: `FileError` when they cannot be written.
  func add(_ rows: RenderedRows) throws(FileError) {
    entries.append(
      Entry(snapshot: rows.snapshot, machine: rows.machine, counts: rows.tables.map(\.count)))
    for bytes in rows.tables { try file.write(bytes) }
  }

  /// Visits the rows in the order in which they were added.
  ///
  /// - Throws: `FileError` when they cannot be read again, and what `visit` throws.
  func forEach(_ visit: (RenderedRows) throws(FileError) -> Void) throws(FileError) {
    guard !entries.isEmpty else { return }
    let file: OpenFile
    do throws(SystemError) {
      file = try OpenFile.forReading(path)
    } catch {
      throw FileError(.cannotBeWritten, path: path, error)
    }
    for entry in entries {
      var tables: [[UInt8]] = []
      for count in entry.counts { tables.append(try read(count, from: file)) }
      try visit(
        RenderedRows(
          snapshot: entry.snapshot, isSound: false, machine: entry.machine, tables: tables))
    }
  }

  private func read(_ count: Int, from file: OpenFile) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let amount: OpenFile.Amount?
      amount = bytes.withUnsafeMutableBytes { bytes in
        try? file.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[filled...]))
      }
      guard case .bytes(let more) = amount else {
        throw FileError(.cannotBeWritten, path: path)
      }
      filled += more
    }
    return bytes
  }
}
