#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Gives finished files their names, whole or not at all.
///
/// A look before a `rename` would leave a moment in which another program may put something at the
/// place, which would then be lost; a second name by `link` fails in the one step that makes it.
enum FilePlacing {
  /// Refuses what must not be replaced, before any work is done for it.
  ///
  /// With `mayReplace` only files and links give way: not a device, which `rename` would replace too.
  ///
  /// - Throws: `CommandFailure` when something stands at `path` that must stay.
  static func check(_ path: String, mayReplace: Bool) throws {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard mayReplace else { throw isThere(path) }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFLNK else {
      throw CommandFailure("\(path) is not a file and will not be replaced")
    }
  }

  /// Moves a finished file to its place in the same file system; a link there is not followed.
  ///
  /// - Throws: `CommandFailure` when something is already there and may not be replaced, or when the
  ///   place cannot be written to.
  static func place(_ temporary: String, at path: String, mayReplace: Bool) throws {
    if !mayReplace {
      if link(temporary, path) == 0 {
        unlink(temporary)
        return
      }
      if errno == EEXIST { throw isThere(path) }
      // Some file systems know no second names; there a look before the move has to do.
      guard [EPERM, EOPNOTSUPP, ENOTSUP, ENOSYS, EMLINK].contains(errno) else {
        throw cannotBeWritten(path)
      }
    }
    try check(path, mayReplace: mayReplace)
    guard rename(temporary, path) == 0 else { throw cannotBeWritten(path) }
  }

  private static func isThere(_ path: String) -> CommandFailure {
    CommandFailure("\(path) is already there; --force replaces it")
  }

  private static func cannotBeWritten(_ path: String) -> CommandFailure {
    CommandFailure("\(path) cannot be written: \(FileWriting.message(errno))")
  }
}
