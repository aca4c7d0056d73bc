#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import SnapshotStore

/// What the system says of a path without anything being opened.
enum FileLook {
  /// What stands at a path.
  enum Kind {
    case file
    case folder
    case link
    /// A FIFO, a socket or a device: to open one may hang or do harm.
    case other
  }

  /// What stands at a path; nil when nothing does, or it may not be looked at.
  static func kind(_ path: String, followsLinks: Bool) -> Kind? {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// The system's words for why the last look found nothing.
  static var failure: String { FileWriting.message(errno) }

  /// The state of a file by which a change to it shows.
  ///
  /// A folder has none: its time does not show what changes below it.
  static func state(_ path: String) -> FileState {
    var status = stat()
    let absolute = absolutePath(path)
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return FileState(path: absolute)
    }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return FileState(
      path: absolute, size: Int(status.st_size),
      modifiedNanoseconds: Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec))
  }

  /// The absolute path with links resolved; of what is not there, as well as it can be told.
  static func absolutePath(_ path: String) -> String {
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    guard !path.hasPrefix("/"), let folder = realpath(".", nil) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  /// The paths that a pattern of the shell stands for, sorted; none when it matches nothing.
  static func matches(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
  }
}
