/// Replaces text that identifies a person or a single machine.
///
/// It searches for known secrets (``Secrets``) and for recognizable forms (home folders, addresses,
/// UDIDs). Known words are replaced as whole words in any case. Those that are also common words
/// (``CommonWords``) are replaced only in paths. The result depends only on the text and the known
/// words, and redacting it again changes nothing.
///
/// The time is linear in the text: no recognizer looks farther than the longest name, or reads text
/// again that it did not replace.
public struct Redactor: Sendable {
  /// Returns the pseudonym of a token: a word of `a` to `z`, `0` to `9` and `-`.
  public typealias Naming = @Sendable (SecretKind, String) -> String

  private var naming: Naming
  var known: KnownSecrets

  /// Creates a redactor that knows no secrets yet.
  ///
  /// - Parameters:
  ///   - common: the words that are replaced only in paths.
  ///   - naming: returns the pseudonym of a token.
  public init(common: CommonWords = CommonWords(), naming: @escaping Naming) {
    known = KnownSecrets(common: common)
    self.naming = naming
  }

  /// The same redactor with each pseudonym passed through `rename`.
  public func renaming(_ rename: @escaping @Sendable (String) -> String) -> Redactor {
    var copy = self
    copy.naming = { [naming] in rename(naming($0, $1)) }
    return copy
  }

  /// Known names of hosts and users that are too common to be replaced outside paths.
  public var commonWords: Set<String> { known.commonWords }

  /// Adds secrets to the known words.
  public mutating func learn(_ secrets: Secrets) {
    known.learn(secrets)
  }

  /// Adds a path given by the user: its folder is replaced, and its last part if someone named it.
  public mutating func learn(givenPath path: String) {
    known.learn(givenPath: path)
  }

  /// The redacted text.
  public func redact(_ text: String) -> String {
    redact(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// The redacted bytes of a line or a text.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - keepsColumns: whether gaps between columns absorb changes in length.
  /// - Returns: the new text; nil when there is nothing to replace.
  /// - Complexity: linear in the text.
  public func redact(_ bytes: [UInt8], keepsColumns: Bool = false) -> [UInt8]? {
    let text = ScannedText(bytes)
    var writer = ColumnWriter(keepsColumns: keepsColumns)
    var (copied, index) = (0, 0)
    while index < bytes.count {
      // The number is still pending; its digits must not be searched.
      if text.hasPending, let found = PseudonymForm.find(text, atWordStart: index),
        found.isPending
      {
        index = found.end
      } else if let match = match(text, index) {
        writer.copy(bytes[copied..<match.range.lowerBound])
        writer.replace(text.text(match.range), by: match.replacement)
        (copied, index) = (match.range.upperBound, match.range.upperBound)
      } else {
        index += 1
      }
    }
    guard copied > 0 else { return nil }
    writer.copy(bytes[copied...], isLast: true)
    return writer.bytes
  }

  /// One replacement.
  private struct Match {
    let range: Range<Int>
    let replacement: String
  }

  private func match(_ text: ScannedText, _ start: Int) -> Match? {
    let byte = text[start]
    // Most bytes are inside a word; only a hump can begin a known word there.
    let isInside = text.isWord(start) && text.isWord(start - 1) && !text.isBehindEscape(start)
    if isInside {
      let isHump =
        byte.isUppercase != text[start - 1].isUppercase
        || byte.isDecimal != text[start - 1].isDecimal
      return isHump ? word(text, start) : nil
    }
    if let folder = givenFolder(text, start) { return folder }
    if HomePath.canBegin(with: byte), let path = home(text, start) ?? volume(text, start) {
      return path
    }
    guard text.isWord(start) || ":._%+-".utf8.contains(byte) else { return nil }
    if text.hasAt, let end = NetworkAddress.emailEnd(text, at: start) {
      let address = text.text(start..<end).lowercased().replacing("%40", with: "@")
      return Match(range: start..<end, replacement: naming(.email, address))
    }
    if let match = word(text, start) { return match }
    if byte.isHexadecimal || byte == UInt8(ascii: ":"), let match = number(text, start) {
      return match
    }
    if text.hasLocal, let (name, end) = DeviceIdentifier.localHostEnd(text, at: start) {
      let host = KnownSecrets.token(text.text(start..<name))
      return Match(range: start..<end, replacement: naming(.host, host))
    }
    return nil
  }

  /// An address or identifier written in digits.
  private func number(_ text: ScannedText, _ start: Int) -> Match? {
    if let address = MACAddress(text, at: start, isKnown: known.addresses.contains) {
      return Match(range: start..<address.end, replacement: naming(.mac, address.digits))
    }
    if let end = NetworkAddress.ipv6End(text, at: start) { return match(.ip, text, start..<end) }
    if let end = NetworkAddress.ipv4End(text, at: start) {
      let numbers = text.text(start..<min(NetworkAddress.numbersEnd(text, at: start), start + 32))
      return known.isVersion(numbers) ? nil : match(.ip, text, start..<end)
    }
    return DeviceIdentifier.udidEnd(text, at: start).map { end in
      let digits = KnownSecrets.token(text.text(start..<end)).filter { $0 != "-" }
      return Match(range: start..<end, replacement: naming(.udid, digits))
    }
  }

  private func match(_ kind: SecretKind, _ text: ScannedText, _ range: Range<Int>) -> Match {
    Match(range: range, replacement: naming(kind, text.text(range).lowercased()))
  }
}

/// Known words and paths.
extension Redactor {
  private func word(_ text: ScannedText, _ start: Int) -> Match? {
    let found = known.words.longest(in: text, at: start) { end in
      WordEdges(text, start..<end).areClear
    }
    guard let (end, word) = found else { return nil }
    // Separates the pseudonym from the rest of the word.
    let before = text.isWord(start - 1) && !text.isBehindEscape(start) ? "-" : ""
    let after = text.isWord(end) ? "-" : ""
    return Match(range: start..<end, replacement: before + naming(word.kind, word.token) + after)
  }

  private func givenFolder(_ text: ScannedText, _ start: Int) -> Match? {
    guard !text.isWord(start - 1), !"/._-".utf8.contains(text[start - 1]) else { return nil }
    let found = known.folders.longest(in: text, at: start) { end in
      text[end] == UInt8(ascii: "/")
    }
    guard let (end, word) = found else { return nil }
    let folder = ScannedText(Array(text.bytes[start..<end]))
    for place in 0..<folder.count {
      if let home = HomePath(folder, at: place, knownEnd: folder.count) {
        return Match(range: start..<end, replacement: replacing(home, folder, from: place))
      }
    }
    return Match(range: start..<end, replacement: naming(word.kind, word.token))
  }

  private func home(_ text: ScannedText, _ start: Int) -> Match? {
    guard let home = HomePath(text, at: start) else { return nil }
    let replacement = replacing(home, text, from: start)
    let range = start..<home.end
    return text.text(range) == replacement ? nil : Match(range: range, replacement: replacement)
  }

  private func volume(_ text: ScannedText, _ start: Int) -> Match? {
    guard let path = VolumePath(text, at: start) else { return nil }
    let name = KnownSecrets.token(text.text(path.name))
    var replacement = text.text(start..<path.name.lowerBound) + naming(.volume, name)
    if let rest = path.rest {
      replacement += text.text(path.name.upperBound..<rest.lowerBound)
      replacement += naming(.path, name + "/" + text.text(rest))
    }
    return Match(range: start..<path.end, replacement: replacement)
  }

  /// A path with pseudonyms for the person's name and for everything below the home.
  private func replacing(_ home: HomePath, _ text: ScannedText, from start: Int) -> String {
    var (replaced, copied) = ("", start)
    var owner = ""
    if let name = home.name {
      owner = KnownSecrets.token(text.text(name))
      let isKept = ["shared", "guest"].contains(owner) || isPseudonym(text, name)
      replaced += text.text(copied..<name.lowerBound)
      replaced += isKept ? text.text(name) : naming(.user, owner)
      copied = name.upperBound
    }
    if let rest = home.rest, !rest.isEmpty {
      replaced += text.text(copied..<rest.lowerBound)
      let isKept = isPseudonym(text, rest)
      replaced += isKept ? text.text(rest) : naming(.path, owner + "/" + text.text(rest))
      copied = rest.upperBound
    }
    return replaced + text.text(copied..<max(copied, home.end))
  }

  private func isPseudonym(_ text: ScannedText, _ range: Range<Int>) -> Bool {
    PseudonymForm.find(text, at: range.lowerBound)?.end == range.upperBound
  }
}
