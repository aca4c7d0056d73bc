#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// Folders of the file system.
public enum Folder {
  /// The names in a folder without `.` and `..`, in no order.
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

  /// Makes a folder that only its owner may use.
  ///
  /// - Throws: `SystemError`; ``SystemError/saysThatItExists`` when something is there.
  public static func make(_ path: String) throws(SystemError) {
    guard mkdir(path, 0o700) == 0 else { throw .last }
  }

  /// Makes a folder that only its owner may use, under a new name that begins with `path`.
  ///
  /// - Parameter path: What the folder is to lie beside.
  /// - Returns: The folder's path.
  /// - Throws: `SystemError` when it cannot be made.
  public static func makeTemporary(beside path: String) throws(SystemError) -> String {
    var template = Array("\(path).partial-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .last }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Removes a folder that is empty; any other stays.
  public static func remove(_ path: String) {
    _ = rmdir(path)
  }
}
