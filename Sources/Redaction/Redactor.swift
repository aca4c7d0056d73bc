/// Replaces text that identifies a person or a single machine.
///
/// It searches for known secrets (``Secrets``) and for recognizable forms (home folders, addresses,
/// UDIDs). Known words are replaced as whole words in any case. Those that are also common words
/// (``CommonWords``) are replaced only in paths. The result depends only on the text and the known
/// words, and redacting it again changes nothing.
public struct Redactor: Sendable {
  /// Returns the pseudonym of a token: a word of `a` to `z`, `0` to `9` and `-`.
  public typealias Naming = @Sendable (SecretKind, String) -> String

  private var naming: Naming
  private let common: CommonWords
  private var literals = LiteralTrie()
  private var versions: Set<String> = []
  /// Known words that are too common to be replaced outside paths.
  public private(set) var commonWords: Set<String> = []

  /// Creates a redactor that knows no secrets yet.
  ///
  /// - Parameters:
  ///   - common: the words that are replaced only in paths.
  ///   - naming: returns the pseudonym of a token.
  public init(common: CommonWords = CommonWords(), naming: @escaping Naming) {
    self.common = common
    self.naming = naming
  }

  /// The same redactor with each pseudonym passed through `rename`.
  public func renaming(_ rename: @escaping @Sendable (String) -> String) -> Redactor {
    var copy = self
    copy.naming = { [naming] in rename(naming($0, $1)) }
    return copy
  }

  /// Adds secrets to the known words.
  public mutating func learn(_ secrets: Secrets) {
    versions.formUnion(secrets.versions)
    // Sorted, since the first spelling of a word gives the token.
    for host in secrets.hosts.sorted() { learn(host: host) }
    for user in secrets.users.sorted() { learn(user, .user) }
    for serial in secrets.serials.sorted() { learn(serial, .serial) }
    for device in secrets.devices.sorted() { learn(device, .udid) }
  }

  /// Adds a path given by the user: everything except its last part is replaced.
  public mutating func learn(givenPath path: String) {
    guard path.utf8.contains(UInt8(ascii: "/")) else { return }
    literals.insert(path, .init(kind: .path, token: path, isGivenPath: true))
  }

  private mutating func learn(host: String) {
    let label = host.split(separator: ".").first.map(String.init) ?? host
    let isCommon = common.contains(label)
    let token = (isCommon ? host : label).lowercased()
    for spelling in HostSpellings.of(host) { learn(spelling, .host, token: token) }
    if label != host {
      for spelling in HostSpellings.of(label) { learn(spelling, .host, token: token) }
    }
  }

  private mutating func learn(_ word: String, _ kind: SecretKind, token: String? = nil) {
    guard !common.contains(word) else {
      if !CommonWords.isSystemAccount(word.lowercased()) { commonWords.insert(word.lowercased()) }
      return
    }
    let literal = LiteralTrie.Literal(kind: kind, token: token ?? word.lowercased())
    // Reading does not fold case outside ASCII.
    for spelling in [word, word.lowercased(), word.uppercased()] {
      literals.insert(spelling, literal)
    }
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
  struct Match {
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
      return isHump ? literal(text, start) : nil
    }
    if let given = givenPath(text, start) { return given }
    if HomePath.canBegin(with: byte), let home = home(text, start) { return home }
    guard text.isWord(start) || ":._%+-".utf8.contains(byte) else { return nil }
    if text.hasAt, let end = NetworkAddress.emailEnd(text, at: start) {
      return match(.email, text, start..<end)
    }
    if let match = literal(text, start) { return match }
    if byte.isHexadecimal || byte == UInt8(ascii: ":"), let match = number(text, start) {
      return match
    }
    if text.hasLocal, let (name, end) = DeviceIdentifier.localHostEnd(text, at: start) {
      return Match(
        range: start..<end, replacement: naming(.host, text.text(start..<name).lowercased()))
    }
    return nil
  }

  /// An address or identifier written in digits.
  private func number(_ text: ScannedText, _ start: Int) -> Match? {
    if let end = NetworkAddress.macEnd(text, at: start) { return match(.mac, text, start..<end) }
    if let end = NetworkAddress.ipv6End(text, at: start) { return match(.ip, text, start..<end) }
    if let end = NetworkAddress.ipv4End(text, at: start) {
      return versions.contains(text.text(start..<end)) ? nil : match(.ip, text, start..<end)
    }
    let end = DeviceIdentifier.udidEnd(text, at: start)
    return end.map { match(.udid, text, start..<$0) }
  }

  private func match(_ kind: SecretKind, _ text: ScannedText, _ range: Range<Int>) -> Match {
    Match(range: range, replacement: naming(kind, text.text(range).lowercased()))
  }
}

/// Known words and paths.
extension Redactor {
  private func literal(_ text: ScannedText, _ start: Int) -> Match? {
    let found = literals.longest(in: text, at: start) { end, literal in
      !literal.isGivenPath && WordEdges(text, start..<end).areClear
    }
    guard let (end, literal) = found else { return nil }
    // Separates the pseudonym from the rest of the word.
    let before = text.isWord(start - 1) && !text.isBehindEscape(start) ? "-" : ""
    let after = text.isWord(end) ? "-" : ""
    return Match(
      range: start..<end, replacement: before + naming(literal.kind, literal.token) + after)
  }

  private func givenPath(_ text: ScannedText, _ start: Int) -> Match? {
    let found = literals.longest(in: text, at: start) { end, literal in
      literal.isGivenPath && !text.isWord(end) && !text.isWord(start - 1)
        && !"/._-".utf8.contains(text[start - 1])
    }
    guard let (end, _) = found else { return nil }
    let path = ScannedText(Array(text.bytes[start..<end]))
    guard let slash = path.bytes.lastIndex(of: UInt8(ascii: "/")), slash > 0 else { return nil }
    let last = redact(path.text(slash + 1..<path.count))
    return Match(range: start..<end, replacement: folder(path, slash) + "/" + last)
  }

  private func folder(_ path: ScannedText, _ end: Int) -> String {
    for place in 0..<end {
      if let home = HomePath(path, at: place, knownEnd: end) {
        return replacing(home, path, from: place)
      }
    }
    return naming(.path, path.text(0..<end))
  }

  private func home(_ text: ScannedText, _ start: Int) -> Match? {
    guard let home = HomePath(text, at: start) else { return nil }
    let replacement = replacing(home, text, from: start)
    let range = start..<home.end
    return text.text(range) == replacement ? nil : Match(range: range, replacement: replacement)
  }

  /// A path with pseudonyms for the person's name and for everything below the home.
  private func replacing(_ home: HomePath, _ text: ScannedText, from start: Int) -> String {
    var (replaced, copied) = ("", start)
    var owner = ""
    if let name = home.name {
      owner = text.text(name).lowercased()
      let isKept =
        ["shared", "guest"].contains(owner)
        || PseudonymForm.find(text, at: name.lowerBound)?.end == name.upperBound
      replaced += text.text(copied..<name.lowerBound)
      replaced += isKept ? text.text(name) : naming(.user, owner)
      copied = name.upperBound
    }
    if let rest = home.rest, !rest.isEmpty {
      replaced += text.text(copied..<rest.lowerBound)
      let isKept = PseudonymForm.find(text, at: rest.lowerBound)?.end == rest.upperBound
      replaced += isKept ? text.text(rest) : naming(.path, owner + "/" + text.text(rest))
      copied = rest.upperBound
    }
    return replaced + text.text(copied..<max(copied, home.end))
  }
}
