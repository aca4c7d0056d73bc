#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Tells whether an argument names a database, which holds snapshots that were never redacted.
enum StoreArgument {
  private static let beginning = Array("SQLite format 3".utf8)

  /// Whether `argument` is a database, or something in one: `FILE#…`.
  static func isStore(_ argument: String) -> Bool {
    if beginsAsStore(argument) { return true }
    guard let mark = argument.lastIndex(of: "#") else { return false }
    return beginsAsStore(String(argument[..<mark]))
  }

  private static func beginsAsStore(_ path: String) -> Bool {
    // A pipe must neither be waited for nor lose its first bytes.
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: beginning.count)
    return bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      == beginning.count && bytes == beginning
  }
}
