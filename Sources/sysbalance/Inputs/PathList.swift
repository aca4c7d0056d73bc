#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A list of paths from a file or standard input.
enum PathList {
  /// Reads the paths of a file, `-` for standard input: one a line or ended by NUL.
  ///
  /// Empty lines are skipped. Throws a `CommandFailure` when it cannot be read.
  static func read(_ file: String, endsWithNull: Bool) throws -> [String] {
    let text: Data
    do {
      text =
        file == "-" ? try StandardInput.readAll() : try Data(contentsOf: URL(filePath: file))
    } catch {
      throw CommandFailure("\(file): the list of archives cannot be read")
    }
    return text.split(separator: endsWithNull ? 0 : UInt8(ascii: "\n")).map { line in
      let isDosLine = !endsWithNull && line.last == UInt8(ascii: "\r")
      return String(decoding: isDosLine ? line.dropLast() : line, as: UTF8.self)
    }
  }
}
