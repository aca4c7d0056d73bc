/// Finds known words in one pass over a text, in any of their spellings.
///
/// Only a hash of each word is kept, so that a hostile archive with thousands of long names takes
/// little memory. A look takes time that depends on the longest word and not on the text.
struct KnownWords: Sendable {
  /// A known word.
  struct Word: Sendable, Equatable {
    let kind: SecretKind
    /// The input of the pseudonym; all spellings of a word share it.
    let token: String
  }

  /// How words are compared.
  enum Comparison: Sendable {
    /// Byte by byte, ASCII letters in either case.
    case exact
    /// By their letters: see ``ScannedText/folded(_:)``.
    case folded
  }

  private let comparison: Comparison
  private var words: [UInt64: Word] = [:]
  /// Whether any word begins with a byte; for most bytes none does.
  private var firstBytes = [Bool](repeating: false, count: 256)
  /// The hashes of all words and of their first three bytes.
  private var hashes = HashFilter()
  /// Whether any word has a length.
  private var lengths: [Bool] = [false]

  init(comparison: Comparison) {
    self.comparison = comparison
  }

  /// How many words there are, each of their spellings counted.
  var count: Int { words.count }

  /// Adds a word; the first use of a spelling keeps its token, unless that was the name of a file.
  mutating func insert(_ spelling: String, _ word: Word) {
    let text = ScannedText(spelling)
    var (hash, length, index) = (WordHash(), 0, 0)
    while index < text.count {
      let (byte, next) = step(text, index)
      index = next
      guard let byte else { continue }
      if length == 0 { firstBytes[Int(byte)] = true }
      hash.add(byte)
      length += 1
      if length == Self.beginning { hashes.insert(hash.value) }
    }
    // A file may be named after a machine or a person: the name says more of them than of the file.
    let isNew = words[hash.value].map { $0.kind == .file && word.kind != .file } ?? true
    guard length > 0, isNew else { return }
    words[hash.value] = word
    hashes.insert(hash.value)
    if lengths.count <= length {
      lengths += repeatElement(false, count: length + 1 - lengths.count)
    }
    lengths[length] = true
  }

  /// The longest word at `start` that `isWhole` accepts, given its end.
  func longest(
    in text: ScannedText, at start: Int, isWhole: (Int) -> Bool
  ) -> (end: Int, word: Word)? {
    guard let first = step(text, start).byte, firstBytes[Int(first)] else { return nil }
    var (hash, length, index) = (WordHash(), 0, start)
    var found: (end: Int, word: Word)?
    while length + 1 < lengths.count, index < text.count {
      let (byte, next) = step(text, index)
      index = next
      guard let byte else { continue }
      hash.add(byte)
      length += 1
      guard lengths[length] || length == Self.beginning else { continue }
      let isKnown = hashes.contains(hash.value)
      if length == Self.beginning, !isKnown { break }
      if isKnown, lengths[length], let word = words[hash.value], isWhole(index) {
        found = (index, word)
      }
    }
    return found
  }

  /// How many bytes rule out most places of a text.
  private static let beginning = 3

  private func step(_ text: ScannedText, _ index: Int) -> (byte: UInt8?, next: Int) {
    switch comparison {
    case .exact: (text[index].lowercased, index + 1)
    case .folded: text.folded(index)
    }
  }
}

/// The hash of a word's bytes: FNV-1a.
private struct WordHash {
  private(set) var value: UInt64 = 14_695_981_039_346_656_037

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 1_099_511_628_211
  }
}

/// A set of hashes that rarely says yes to one that was not added, and never no to one that was.
private struct HashFilter: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1 << 12)

  mutating func insert(_ hash: UInt64) {
    bits[Self.word(hash)] |= Self.bit(hash)
  }

  func contains(_ hash: UInt64) -> Bool {
    bits[Self.word(hash)] & Self.bit(hash) != 0
  }

  private static func word(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 52) }

  private static func bit(_ hash: UInt64) -> UInt64 { 1 << (hash >> 46 & 63) }
}
