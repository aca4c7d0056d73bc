/// A tar (POSIX ustar) of files in memory, with the same bytes in every run.
///
/// It does not use the product's writer: tests must not depend on its output.
enum Tar {
  /// A tar of files, each folder once before the first file in it.
  ///
  /// - Parameters:
  ///   - files: Paths and contents, in the archive's order.
  ///   - time: The modification time of everything, in seconds since 1970.
  /// - Returns: The whole tar.
  static func bytes(_ files: [(path: String, content: [UInt8])], time: Int) -> [UInt8] {
    var tar: [UInt8] = []
    var folders: Set<String> = []
    for (path, content) in files {
      for folder in Self.folders(above: path) where folders.insert(folder).inserted {
        tar += header(folder + "/", size: 0, kind: "5", mode: 0o755, time)
      }
      tar += header(path, size: content.count, kind: "0", mode: 0o644, time)
      tar += content + padding(content.count, to: 512)
    }
    // Two empty blocks mark the end; records have 20 blocks.
    tar += [UInt8](repeating: 0, count: 1024)
    return tar + padding(tar.count, to: 10_240)
  }

  private static func folders(above path: String) -> [String] {
    let parts = path.split(separator: "/").dropLast()
    return parts.indices.map { parts[...$0].joined(separator: "/") }
  }

  private static func padding(_ count: Int, to block: Int) -> [UInt8] {
    [UInt8](repeating: 0, count: (block - count % block) % block)
  }

  private static func header(
    _ path: String, size: Int, kind: String, mode: Int, _ time: Int
  ) -> [UInt8] {
    let (prefix, name) = split(path)
    let fields = [
      text(name, 100), octal(mode, 8), octal(0, 8), octal(0, 8), octal(size, 12), octal(time, 12),
      text("        ", 8), text(kind, 1), text("", 100), text("ustar", 6), text("00", 2),
      text("root", 32), text("wheel", 32), text("", 16), text(prefix, 155), text("", 12),
    ]
    var header = fields.flatMap { $0 }
    let sum = header.reduce(0) { $0 + Int($1) }
    header.replaceSubrange(148..<156, with: octal(sum, 7) + Array(" ".utf8))
    return header
  }

  /// Splits a path that is too long for its field; its first folders go into another one.
  private static func split(_ path: String) -> (prefix: String, name: String) {
    guard path.utf8.count > 100 else { return ("", path) }
    let slashes = path.indices.filter { path[$0] == "/" }
    let fitting = slashes.first { path[$0...].utf8.count <= 101 }
    guard let slash = fitting, path[..<slash].utf8.count <= 155 else {
      preconditionFailure("a path too long for a tar: \(path)")
    }
    return (String(path[..<slash]), String(path[slash...].dropFirst()))
  }

  private static func text(_ text: String, _ width: Int) -> [UInt8] {
    Array(text.utf8) + [UInt8](repeating: 0, count: width - text.utf8.count)
  }

  private static func octal(_ number: Int, _ width: Int) -> [UInt8] {
    let digits = String(number, radix: 8)
    let zeros = String(repeating: "0", count: width - 1 - digits.utf8.count)
    return Array((zeros + digits).utf8) + [0]
  }
}
