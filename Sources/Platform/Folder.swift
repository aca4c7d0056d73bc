#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// Paths and folders of the file system.
public enum Folder {
  /// The names in a folder without `.` and `..`, in no order.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - count: The most names to return.
  /// - Throws: `SystemError` when the folder cannot be read.
  public static func names(in path: String, atMost count: Int) throws(SystemError) -> [String] {
    guard let folder = opendir(path) else { throw .last }
    defer { closedir(folder) }
    var names: [String] = []
    while names.count < count {
      // readdir tells its end from an error by errno alone.
      errno = 0
      guard let entry = readdir(folder) else {
        guard errno == 0 else { throw .last }
        break
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        UnsafeRawPointer(field).withMemoryRebound(to: CChar.self, capacity: 1) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The absolute path with every symbolic link resolved.
  ///
  /// - Throws: `SystemError` when nothing is there or it may not be looked at.
  public static func resolvedPath(_ path: String) throws(SystemError) -> String {
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
}
