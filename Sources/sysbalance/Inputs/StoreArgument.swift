internal import Platform

/// Tells whether an argument names a database, which may hold snapshots that were never redacted.
enum StoreArgument {
  private static let beginning = Array("SQLite format 3".utf8)

  /// The store that an argument names, alone or in `FILE#…`; nil when it names none.
  static func store(_ argument: String) -> String? {
    if beginsAsStore(argument) { return argument }
    guard let mark = argument.lastIndex(of: "#") else { return nil }
    let store = String(argument[..<mark])
    return beginsAsStore(store) ? store : nil
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
