import Foundation

/// A folder that is removed with its test.
///
/// Its path has no symbolic links: a store keeps resolved paths, and macOS's folder for temporary
/// files is behind a link.
final class Scratch: Sendable {
  let path: String

  init() throws {
    let given = FileManager.default.temporaryDirectory
      .appendingPathComponent("sysbalance-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: given, withIntermediateDirectories: true)
    // Foundation would take `/private` off again.
    let resolved = realpath(given, nil)
    defer { free(resolved) }
    path = resolved.map { String(cString: $0) } ?? given
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a name in the folder.
  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Creates an empty file.
  func file(_ name: String) throws -> URL {
    let url = URL(fileURLWithPath: self(name))
    try Data().write(to: url)
    return url
  }

  /// Writes a text and returns the file's path.
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Writes bytes, creates the folders above the file, and returns its path.
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = URL(fileURLWithPath: self(name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// Creates a folder and returns its path.
  func folder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(
      atPath: self(name), withIntermediateDirectories: true)
    return self(name)
  }

  /// The names in a folder, sorted, including hidden ones.
  func names(in folder: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: self(folder)).sorted()
  }

  /// The text of a file.
  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: self(name))), as: UTF8.self)
  }
}
