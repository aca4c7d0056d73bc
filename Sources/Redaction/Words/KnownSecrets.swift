/// The secrets that a redactor knows, in all their spellings.
struct KnownSecrets: Sendable {
  private let common: CommonWords
  /// Names and identifiers, which stand as words in a text.
  private(set) var words = KnownWords(comparison: .folded)
  /// The folders of paths that the user gave.
  private(set) var folders = KnownWords(comparison: .exact)
  /// The digits of interfaces' addresses, in lower case and without separators.
  private(set) var addresses: Set<String> = []
  private var versions: Set<String> = []
  /// Known names of hosts and users that are too common to be replaced outside paths.
  private(set) var commonWords: Set<String> = []

  init(common: CommonWords) {
    self.common = common
  }

  /// Whether numbers that look like an address are a version.
  func isVersion(_ numbers: String) -> Bool { versions.contains(numbers) }

  /// The input of a name's pseudonym: the same for all its spellings.
  static func token(_ name: String) -> String {
    let text = ScannedText(name)
    var bytes: [UInt8] = []
    var index = 0
    while index < text.count {
      let (byte, next) = text.folded(index)
      if let byte { bytes.append(byte) }
      index = next
    }
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }

  mutating func learn(_ secrets: Secrets) {
    versions.formUnion(secrets.versions)
    addresses.formUnion(secrets[.mac])
    // Sorted, since the first spelling of a word gives the token.
    for host in secrets[.host].sorted() { learn(host: host) }
    for user in secrets[.user].sorted() { learn(user, .user) }
    for person in secrets[.person].sorted() { learn(person, .person) }
    for volume in secrets[.volume].sorted() { learn(volume, .volume) }
    for serial in secrets[.serial].sorted() { learn(identifier: serial, .serial) }
    for device in secrets[.udid].sorted() { learn(identifier: device, .udid) }
    for file in secrets[.file].sorted() { learn(fileName: file) }
  }

  mutating func learn(givenPath path: String) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    if let slash, path[..<slash].utf8.contains(where: \.isAlphanumeric) {
      let folder = String(path[..<slash])
      folders.insert(folder, .init(kind: .path, token: folder))
    }
    learn(fileName: slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path)
  }

  private mutating func learn(host: String) {
    let label = host.split(separator: ".").first.map(String.init) ?? host
    let isCommon = common.contains(label)
    let token = Self.token(isCommon ? host : label)
    learn(host, .host, token: token)
    if label != host { learn(label, .host, token: token) }
  }

  /// Adds a serial number or device identifier, with the spellings that tools give it.
  private mutating func learn(identifier: String, _ kind: SecretKind) {
    let letters = identifier.filter { $0 != "-" && $0 != " " && $0 != "/" && $0 != "+" }
    let token = letters.lowercased()
    for spelling in [identifier, letters] + IdentifierSpellings.of(letters) {
      learn(spelling, kind, token: token)
    }
  }

  /// Adds the name of an archive, a file or a folder, if someone gave it and no tool did.
  private mutating func learn(fileName: String) {
    let stem = FileName.stem(of: fileName)
    guard common.isTelling(stem) else { return }
    learn(stem, .file)
  }

  private mutating func learn(_ word: String, _ kind: SecretKind, token: String? = nil) {
    // A number can be an identifier, but no name.
    let isNumber = kind == .serial || kind == .udid
    guard !common.contains(word) || isNumber && word.utf8.allSatisfy(\.isDecimal) else {
      let isOfPerson = kind == .user || kind == .host
      if isOfPerson, word.utf8.count > 1, !CommonWords.isSystemAccount(word.lowercased()) {
        commonWords.insert(word.lowercased())
      }
      return
    }
    let known = KnownWords.Word(kind: kind, token: token ?? Self.token(word))
    // Reading does not fold case outside ASCII.
    for spelling in [word, word.lowercased(), word.uppercased()] {
      words.insert(spelling, known)
    }
  }
}

/// The spellings of one identifier, given without separators.
enum IdentifierSpellings {
  /// A UUID with its dashes, a UDID with its dash and its chip's number, an IMEI in groups, a chip's
  /// number in the other base.
  static func of(_ letters: String) -> [String] {
    let digits = Array(letters)
    let isHexadecimal = letters.utf8.allSatisfy(\.isHexadecimal)
    switch digits.count {
    case 32 where isHexadecimal: return [grouped(digits, [8, 4, 4, 4, 12])]
    case 24 where isHexadecimal:
      return [grouped(digits, [8, 16])] + hexadecimal(String(digits[8...]))
    case 15 where letters.utf8.allSatisfy(\.isDecimal): return [grouped(digits, [2, 6, 6, 1])]
    default: return chip(letters)
    }
  }

  private static func grouped(_ digits: [Character], _ lengths: [Int]) -> String {
    var start = 0
    return lengths.map { length in
      defer { start += length }
      return String(digits[start..<start + length])
    }.joined(separator: "-")
  }

  /// A chip's number is printed as `0x1A2B3C4D5E6F70` and in decimal.
  private static func chip(_ letters: String) -> [String] {
    if letters.lowercased().hasPrefix("0x") { return hexadecimal(String(letters.dropFirst(2))) }
    guard letters.utf8.count >= 12, let number = UInt64(letters) else { return [] }
    return hexadecimal(String(number, radix: 16))
  }

  private static func hexadecimal(_ digits: String) -> [String] {
    guard let number = UInt64(digits, radix: 16), number > 0xFFFF_FFFF else { return [] }
    let short = String(number, radix: 16)
    let padded = [14, 16].map { width in
      String(repeating: "0", count: max(0, width - short.utf8.count)) + short
    }
    let spellings = [short] + padded.filter { $0 != short }
    return [String(number)] + spellings + spellings.map { "0x" + $0 }
  }
}

/// The name of a file without what says which kind of file it is.
enum FileName {
  /// `acme` of `acme.tar.gz` and of `acme.html`.
  static func stem(of name: String) -> String {
    var stem = name[...]
    for _ in 0..<2 {
      guard let dot = stem.lastIndex(of: "."), dot > stem.startIndex else { break }
      let ending = stem[stem.index(after: dot)...]
      guard (1...8).contains(ending.utf8.count), ending.utf8.allSatisfy(\.isAlphanumeric),
        ending.utf8.contains(where: \.isLetter)
      else { break }
      stem = stem[..<dot]
      guard ["gz", "bz2", "xz", "zst", "lz4", "z"].contains(ending.lowercased()) else { break }
    }
    return String(stem)
  }
}
