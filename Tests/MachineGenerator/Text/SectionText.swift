internal import MemorySections

/// Parses a member's text in chunks with repeating sizes.
func read(_ text: String, as kind: SectionKind, chunks: [Int] = [1 << 16]) -> Section {
  let reader = SectionCatalog.reader(for: kind, member: "generated/\(kind.rawValue)")
  let bytes = Array(text.utf8)
  var (start, turn) = (0, 0)
  while start < bytes.count {
    let end = min(start + chunks[turn % chunks.count], bytes.count)
    bytes[start..<end].withUnsafeBytes { reader.read($0.bytes) }
    (start, turn) = (end, turn + 1)
  }
  return reader.finish(isWhole: true)
}
