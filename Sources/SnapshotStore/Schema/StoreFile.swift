#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

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
    var status = stat()
    guard stat(path, &status) == 0 else { return .missing }
    guard status.st_mode & S_IFMT == S_IFREG else { return .other }
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return .other }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 72)
    let count = read(descriptor, &header, 72)
    guard count == 72, header.starts(with: "SQLite format 3\0".utf8) else { return .other }
    // Where the format has `PRAGMA application_id`: big-endian, at byte 68.
    let mark = header[68...].reduce(0) { $0 << 8 | Int($1) }
    return mark == Schema.applicationID ? .store : .other
  }

  /// Whether the store can be written to, with the files that SQLite keeps beside it.
  static func isWritable(_ path: String) -> Bool {
    access(path, W_OK) == 0 && access(folder(of: path), W_OK) == 0
  }

  /// Whether an earlier program left changes beside the store that are not in it yet.
  static func hasLog(_ path: String) -> Bool {
    access(path + "-wal", F_OK) == 0
  }

  /// Makes a file that only its owner may read, under a name of its own beside `path`.
  ///
  /// - Returns: its path; nil when it cannot be made, and `errno` says why.
  static func makeTemporary(beside path: String) -> String? {
    var template = Array("\(path).partial-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    close(descriptor)
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Gives a finished file a second name unless something has that name; whether it did.
  ///
  /// A link, since a rename would replace what another program has put there meanwhile.
  static func link(_ file: String, _ name: String) -> Bool {
    #if canImport(Darwin)
      Darwin.link(file, name) == 0
    #elseif canImport(Glibc)
      Glibc.link(file, name) == 0
    #elseif canImport(Musl)
      Musl.link(file, name) == 0
    #endif
  }

  /// Removes a file that was not finished, with what SQLite kept beside it.
  static func discard(_ temporary: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(temporary + suffix) }
  }

  /// The system's words for what went wrong last.
  static var failure: String { String(cString: strerror(errno)) }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
