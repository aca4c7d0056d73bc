#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// Folders of the file system.
public enum Folder {
  /// The names in a folder without `.` and `..`, in arbitrary order.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - count: The most names to return.
  /// - Returns: The names.
  /// - Throws: `SystemError` when the folder cannot be read.
  public static func names(in path: String, atMost count: Int) throws(SystemError) -> [String] {
    guard let folder = opendir(path) else { throw .last }
    defer { closedir(folder) }
    var names: [String] = []
    while names.count < count {
      // Only errno distinguishes readdir's end from an error.
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

  /// Creates a folder accessible only to its owner.
  ///
  /// - Throws: `SystemError`; ``SystemError/saysThatItExists`` when the path is taken.
  public static func make(_ path: String) throws(SystemError) {
    guard mkdir(path, 0o700) == 0 else { throw .last }
  }

  /// Creates a folder accessible only to its owner, with a new name that begins with `path`.
  ///
  /// - Parameter path: The new folder is a sibling of this path.
  /// - Returns: The folder's path.
  /// - Throws: `SystemError` when it cannot be created.
  public static func makeTemporary(beside path: String) throws(SystemError) -> String {
    var template = Array("\(path).partial-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .last }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Removes an empty folder; any other stays.
  public static func remove(_ path: String) {
    _ = rmdir(path)
  }
}
