internal import Platform

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
    guard FileStatus.kind(at: path) == .file, let file = try? OpenFile.forReading(path) else {
      return false
    }
    var bytes = [UInt8](repeating: 0, count: beginning.count)
    let amount = try? bytes.withUnsafeMutableBytes { try file.read(into: $0) }
    return amount == .bytes(beginning.count) && bytes == beginning
  }
}
