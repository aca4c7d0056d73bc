#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The names in a folder of the file system.
enum FolderListing {
  /// The names in a folder without `.` and `..`, in no order; nil, with `errno` set, when the folder
  /// cannot be read.
  static func names(in path: String, atMost count: Int) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while names.count < count {
      // readdir tells its end from an error by errno alone.
      errno = 0
      guard let entry = readdir(folder) else {
        guard errno == 0 else { return nil }
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
}
