#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import Platform
internal import SnapshotStore

/// What the system tells about a path without opening it.
public enum FileStatus {
  /// What exists at a path.
  public enum Kind: Sendable {
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A symbolic link.
    case link
    /// A FIFO, a socket or a device: opening one may block or have side effects.
    case other
  }

  /// What exists at a path; nil when nothing does, or it may not be examined.
  public static func kind(_ path: String, followsLinks: Bool) -> Kind? {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// The system's message for why the last call found nothing.
  static var failure: String { FileWriting.message(errno) }

  /// Path, size and modification time: enough to detect a change.
  ///
  /// A folder gives its path only: its time does not change with the files below it.
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

  /// The absolute path with links resolved, or the best guess when nothing exists there.
  static func absolutePath(_ path: String) -> String {
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    guard !path.hasPrefix("/"), let folder = realpath(".", nil) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  /// The paths that match a shell pattern, sorted.
  static func matches(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
  }
}
