#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import Platform

/// Moves finished files to their names, completely or not at all.
///
/// Checking before `rename` is racy; `link` fails atomically with `EEXIST`.
enum FilePlacing {
  /// Refuses a place that must not be replaced, before any work is done for it.
  ///
  /// With `mayReplace` only files and links are replaced: not a device, which `rename` would replace.
  static func check(_ path: String, mayReplace: Bool) throws(FileError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard mayReplace else { throw FileError(.alreadyExists, path: path) }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFLNK else { throw FileError(.notAFile, path: path) }
  }

  /// Moves a finished file to its place in the same file system; a link there is not followed.
  static func place(
    _ temporary: String, at path: String, mayReplace: Bool
  ) throws(FileError) {
    if !mayReplace {
      if link(temporary, path) == 0 {
        unlink(temporary)
        return
      }
      if errno == EEXIST { throw FileError(.alreadyExists, path: path) }
      // Some file systems have no hard links; there, checking before the move must do.
      guard [EPERM, EOPNOTSUPP, ENOTSUP, ENOSYS, EMLINK].contains(errno) else {
        throw FileError(.cannotBeWritten, path: path, errno)
      }
    }
    try check(path, mayReplace: mayReplace)
    guard rename(temporary, path) == 0 else {
      throw FileError(.cannotBeWritten, path: path, errno)
    }
  }
}
