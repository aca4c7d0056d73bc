/// Finds known words in one pass over a text.
struct LiteralTrie: Sendable {
  /// A known word.
  struct Literal: Sendable, Equatable {
    let kind: SecretKind
    /// The input of the pseudonym; all spellings of a word share it.
    let token: String
    /// Whether the word is a path given by the user; its last part is kept.
    var isGivenPath = false
  }

  private struct Node {
    var next: [UInt8: Int] = [:]
    var literal: Literal?
  }

  private var nodes = [Node()]
  /// Whether any word begins with a byte; for most bytes none does.
  private var begins = [Bool](repeating: false, count: 256)

  /// Adds a word; ASCII letters match in either case.
  mutating func insert(_ word: String, _ literal: Literal) {
    var node = 0
    for byte in word.utf8 {
      let byte = byte.lowercased
      if let next = nodes[node].next[byte] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].next[byte] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    // The first use of a word keeps its token.
    if let first = word.utf8.first { begins[Int(first.lowercased)] = true }
    if node != 0, nodes[node].literal == nil { nodes[node].literal = literal }
  }

  /// The longest word at `start` that `isWhole` accepts, given its end.
  func longest(
    in text: ScannedText, at start: Int, isWhole: (Int, Literal) -> Bool
  ) -> (end: Int, literal: Literal)? {
    guard begins[Int(text[start].lowercased)] else { return nil }
    var (node, index) = (0, start)
    var found: (end: Int, literal: Literal)?
    while let next = nodes[node].next[text[index].lowercased], index < text.count {
      node = next
      index += 1
      if let literal = nodes[node].literal, isWhole(index, literal) { found = (index, literal) }
    }
    return found
  }
}
