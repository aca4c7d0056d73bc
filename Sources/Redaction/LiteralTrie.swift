/// Known words, found in a text in the time that it takes to read them.
struct LiteralTrie: Sendable {
  /// A word that was found.
  struct Literal: Sendable, Equatable {
    let kind: SecretKind
    /// What the pseudonym is made from; several spellings share it.
    let token: String
    /// Whether the word is a path that the user gave, whose last part is kept.
    var isGivenPath = false
  }

  private struct Node {
    var next: [UInt8: Int] = [:]
    var literal: Literal?
  }

  private var nodes = [Node()]
  /// By the first byte whether any word begins with it: none does with most.
  private var begins = [Bool](repeating: false, count: 256)

  /// Adds a word; the case of its ASCII letters will not matter.
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
    // The first to be known keeps its token.
    if let first = word.utf8.first { begins[Int(first.lowercased)] = true }
    if node != 0, nodes[node].literal == nil { nodes[node].literal = literal }
  }

  /// The longest word that begins at `start` and that `isWhole` accepts by where it ends.
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
