internal import Platform

/// Moves finished files to their names, completely or not at all.
///
/// Checking before `rename` is racy; `link` fails atomically with `EEXIST`.
enum FilePlacing {
  /// Refuses a path that must not be replaced, before any work is done for it.
  ///
  /// With `mayReplace`, only files and links are replaced. `rename` would also replace a device.
  static func check(_ path: String, mayReplace: Bool) throws(FileError) {
    guard let kind = FileStatus.kind(at: path, followsLinks: false) else { return }
    guard mayReplace else { throw FileError(.alreadyExists, path: path) }
    guard kind == .file || kind == .symbolicLink else { throw FileError(.notAFile, path: path) }
  }

  /// Moves a finished file into place within its file system; a link there is not followed.
  static func place(
    _ temporary: String, at path: String, mayReplace: Bool
  ) throws(FileError) {
    do throws(SystemError) {
      if !mayReplace, try link(temporary, as: path) { return }
    } catch {
      guard !error.saysThatItExists else { throw FileError(.alreadyExists, path: path) }
      throw FileError(.cannotBeWritten, path: path, error)
    }
    try check(path, mayReplace: mayReplace)
    do throws(SystemError) {
      try FilePath.move(temporary, to: path)
    } catch {
      throw FileError(.cannotBeWritten, path: path, error)
    }
  }

  /// Whether the file system has hard links; without them, a check before the move must do.
  private static func link(_ temporary: String, as path: String) throws(SystemError) -> Bool {
    do throws(SystemError) {
      try FilePath.link(temporary, as: path)
    } catch {
      guard error.saysThatItIsNotOffered else { throw error }
      return false
    }
    FilePath.remove(temporary)
    return true
  }
}
