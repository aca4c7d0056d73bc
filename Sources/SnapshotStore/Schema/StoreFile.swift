internal import Platform

/// The file that a store is, apart from what is in it.
enum StoreFile {
  /// What stands at a path.
  enum Kind {
    case missing
    /// A store of snapshots, of any version.
    case store
    case other
  }

  /// Told by the header that SQLite files have and the mark that stores have, never by the name.
  ///
  /// Only a regular file is opened: a FIFO would make the program wait for ever.
  static func kind(_ path: String) -> Kind {
    guard let kind = FileStatus.kind(at: path) else { return .missing }
    guard kind == .file, let file = try? OpenFile.forReading(path) else { return .other }
    var header = [UInt8](repeating: 0, count: 72)
    let amount = try? header.withUnsafeMutableBytes { try file.read(into: $0) }
    guard amount == .bytes(72), header.starts(with: "SQLite format 3\0".utf8) else { return .other }
    // Where the format has `PRAGMA application_id`: big-endian, at byte 68.
    let mark = header[68...].reduce(0) { $0 << 8 | Int($1) }
    return mark == Schema.applicationID ? .store : .other
  }

  /// Whether the store can be written to, with the files that SQLite keeps beside it.
  static func isWritable(_ path: String) -> Bool {
    FilePath.isWritable(path) && FilePath.isWritable(folder(of: path))
  }

  /// Whether an earlier program left a log beside the store, of changes that may not be in it yet.
  static func hasLog(_ path: String) -> Bool {
    guard let log = try? FileStatus(of: path + "-wal") else { return false }
    return log.size > 0
  }

  /// Removes a file that was not finished, with what SQLite kept beside it.
  static func discard(_ temporary: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { FilePath.remove(temporary + suffix) }
    TemporaryPaths.forget([temporary])
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
