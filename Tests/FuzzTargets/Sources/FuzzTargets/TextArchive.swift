/// Packs texts into a tar archive; a mutation of a text then reaches its parser.
enum TextArchive {
  /// Packs texts, each below a line such as `@@@ zprint.txt`.
  static func tar(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var tar: [UInt8] = []
    var name: [UInt8] = []
    var text: [UInt8] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: "@@@ ".utf8) {
        append(name, text, to: &tar)
        name = Array(line.dropFirst(4))
        text = []
      } else {
        text += line
        text.append(0x0A)
      }
    }
    append(name, text, to: &tar)
    return tar + [UInt8](repeating: 0, count: 1024)
  }

  /// Adds a member with a ustar header, whose name has up to 99 bytes without a zero.
  private static func append(_ name: [UInt8], _ text: [UInt8], to tar: inout [UInt8]) {
    let name = name.filter { $0 != 0 }.prefix(99)
    guard !name.isEmpty else { return }
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ bytes: some Sequence<UInt8>, at start: Int) {
      for (offset, byte) in bytes.enumerated() { header[start + offset] = byte }
    }
    put(name, at: 0)
    put("0000600\0".utf8, at: 100)
    put(octal(text.count, digits: 11), at: 124)
    put(octal(0, digits: 11), at: 136)
    put("        0".utf8, at: 148)
    put("ustar\u{0}00".utf8, at: 257)
    put(octal(header.reduce(0) { $0 + Int($1) }, digits: 6) + [0, 0x20], at: 148)
    tar += header + text
    tar += [UInt8](repeating: 0, count: (512 - text.count % 512) % 512)
  }

  private static func octal(_ number: Int, digits: Int) -> [UInt8] {
    let text = String(number, radix: 8)
    return Array((String(repeating: "0", count: max(0, digits - text.count)) + text).utf8)
  }
}
