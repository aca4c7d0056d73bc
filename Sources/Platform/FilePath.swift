#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// What can be done with a path without opening what stands there.
public enum FilePath {
  /// The absolute path with every symbolic link resolved.
  ///
  /// - Parameter path: A path of something that is there.
  /// - Returns: The absolute path.
  /// - Throws: `SystemError` when nothing is there or it may not be looked at.
  public static func resolved(_ path: String) throws(SystemError) -> String {
    guard let resolved = realpath(path, nil) else { throw .last }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Looks whether this program may read what stands at a path.
  ///
  /// - Throws: `SystemError` when it may not.
  public static func requireReadable(_ path: String) throws(SystemError) {
    guard access(path, R_OK) == 0 else { throw .last }
  }

  /// Whether this program may write to what stands at a path.
  public static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }

  /// Whether something that can be looked at stands at a path.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The paths that match a pattern of the shell (`*`, `?`, `[…]`), sorted; none when none does.
  public static func matches(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
  }

  /// Gives a file a second name, which fails in one step when something has that name.
  ///
  /// - Throws: `SystemError`; ``SystemError/saysThatItExists`` when the name is taken, and
  ///   ``SystemError/saysThatItIsNotOffered`` where the file system has no second names.
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

  /// Gives a file another name in the same file system, in place of what has it.
  ///
  /// - Throws: `SystemError` when that cannot be done.
  public static func move(_ file: String, to name: String) throws(SystemError) {
    guard rename(file, name) == 0 else { throw .last }
  }

  /// Removes a file or a link; it is no fault when there is none.
  public static func remove(_ path: String) {
    _ = unlink(path)
  }
}
