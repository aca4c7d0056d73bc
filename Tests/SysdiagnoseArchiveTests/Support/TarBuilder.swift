/// Writes tar blocks by hand, to share no code with the reader.
struct TarBuilder {
  private(set) var bytes: [UInt8] = []

  /// A regular file.
  mutating func file(_ name: String, _ content: [UInt8], modified: Int = 1_700_000_000) {
    entry(name, type: "0", size: content.count, modified: modified)
    body(content)
  }

  /// A regular file whose name need not be UTF-8.
  mutating func file(rawName: [UInt8], _ content: [UInt8]) {
    bytes += Self.checked(
      Self.header(rawName, type: "0", size: content.count, link: "", modified: 0))
    body(content)
  }

  mutating func folder(_ name: String) { entry(name, type: "5") }

  mutating func hardLink(_ name: String, to target: String) {
    entry(name, type: "1", link: target)
  }

  mutating func symbolicLink(_ name: String, to target: String) {
    entry(name, type: "2", link: target)
  }

  mutating func fifo(_ name: String) { entry(name, type: "6") }

  /// A file with its name in a pax header, as for every non-ASCII name.
  mutating func paxFile(_ name: String, _ content: [UInt8]) {
    let payload = Self.paxRecord("path", name)
    entry("PaxHeader", type: "x", size: payload.count)
    body(payload)
    file("short", content)
  }

  /// A file in GNU's old sparse format: one run of data inside a longer file.
  mutating func sparseFile(_ name: String, run: [UInt8], at offset: Int, realSize: Int) {
    var header = Self.header(Array(name.utf8), type: "S", size: run.count, link: "", modified: 0)
    header.replaceSubrange(257..<265, with: Array("ustar  \0".utf8))
    header.replaceSubrange(386..<398, with: Self.octal(offset, 12))
    header.replaceSubrange(398..<410, with: Self.octal(run.count, 12))
    header.replaceSubrange(483..<495, with: Self.octal(realSize, 12))
    bytes += Self.checked(header)
    body(run)
  }

  /// The two blocks of zeros at the end of a tar.
  mutating func end() { bytes += [UInt8](repeating: 0, count: 1024) }

  mutating func raw(_ more: [UInt8]) { bytes += more }

  mutating func entry(
    _ name: String, type: Character, size: Int = 0, link: String = "", modified: Int = 0
  ) {
    bytes += Self.checked(
      Self.header(Array(name.utf8), type: type, size: size, link: link, modified: modified))
  }

  mutating func body(_ content: [UInt8]) {
    bytes += content
    bytes += [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
  }

  private static func header(
    _ name: [UInt8], type: Character, size: Int, link: String, modified: Int
  ) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 512)
    func put(_ text: [UInt8], at offset: Int) {
      block.replaceSubrange(offset..<offset + text.count, with: text)
    }
    put(name, at: 0)
    put(octal(0o644, 8), at: 100)
    put(octal(size, 12), at: 124)
    put(octal(modified, 12), at: 136)
    put([type.asciiValue ?? 0], at: 156)
    put(Array(link.utf8), at: 157)
    put(Array("ustar\u{0}00".utf8), at: 257)
    return block
  }

  /// Repairs the checksum of a header after a change.
  static func repairChecksum(_ bytes: inout [UInt8], at offset: Int) {
    bytes.replaceSubrange(offset..<offset + 512, with: checked(Array(bytes[offset..<offset + 512])))
  }

  /// The checksum counts its own field as blanks.
  private static func checked(_ header: [UInt8]) -> [UInt8] {
    var block = header
    block.replaceSubrange(148..<156, with: [UInt8](repeating: 0x20, count: 8))
    let sum = block.reduce(0) { $0 + Int($1) }
    block.replaceSubrange(148..<156, with: octal(sum, 7) + [0x20])
    return block
  }

  private static func octal(_ number: Int, _ width: Int) -> [UInt8] {
    let digits = String(number, radix: 8)
    let padding = String(repeating: "0", count: max(0, width - 1 - digits.count))
    return Array((padding + digits).utf8) + [0]
  }

  /// The length at the front counts itself.
  static func paxRecord(_ key: String, _ value: String) -> [UInt8] {
    let rest = " \(key)=\(value)\n"
    var length = rest.utf8.count + 1
    while String(length).utf8.count + rest.utf8.count != length { length += 1 }
    return Array("\(length)\(rest)".utf8)
  }
}
