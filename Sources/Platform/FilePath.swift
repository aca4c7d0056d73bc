#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// Operations on paths that open nothing.
public enum FilePath {
  /// The absolute path with every symbolic link resolved.
  ///
  /// - Parameter path: A path of an existing item.
  /// - Returns: The absolute path.
  /// - Throws: `SystemError` when the item is missing or inaccessible.
  public static func resolved(_ path: String) throws(SystemError) -> String {
    guard let resolved = realpath(path, nil) else { throw .last }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Checks that this program may read the item at a path.
  ///
  /// - Throws: `SystemError` when it may not.
  public static func requireReadable(_ path: String) throws(SystemError) {
    guard access(path, R_OK) == 0 else { throw .last }
  }

  /// Whether this program may write to the item at a path.
  public static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }

  /// Whether an accessible item exists at a path.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The paths that match a shell pattern (`*`, `?`, `[…]`), sorted.
  public static func matches(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
  }

  /// Gives a file a second name, and fails atomically when the name is taken.
  ///
  /// - Throws: `SystemError`; ``SystemError/saysThatItExists`` when the name is taken,
  ///   ``SystemError/saysThatItIsNotOffered`` when the file system has no hard links.
  public static func link(_ file: String, as name: String) throws(SystemError) {
    #if canImport(Darwin)
      let result = Darwin.link(file, name)
    #elseif canImport(Musl)
      let result = Musl.link(file, name)
    #else
      let result = Glibc.link(file, name)
    #endif
    guard result == 0 else { throw .last }
  }

  /// Renames a file within its file system and replaces the target.
  ///
  /// - Throws: `SystemError` when the system refuses.
  public static func move(_ file: String, to name: String) throws(SystemError) {
    guard rename(file, name) == 0 else { throw .last }
  }

  /// Removes a file or a link; a missing one is not an error.
  public static func remove(_ path: String) {
    _ = unlink(path)
  }
}
