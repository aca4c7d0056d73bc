internal import Platform
internal import Synchronization

/// The redaction of everything that one run writes.
///
/// A session keeps what it learned and the numbers of its pseudonyms, so one name has one pseudonym
/// in every text of the run. Texts are redacted twice:
///
/// 1. The lines of an archive are redacted before they are parsed (``redactor(for:learning:)``).
///    A name that a report later shortens is therefore never cut into an unknown word.
/// 2. Every text is redacted again when it is written (``text(_:)``, ``lines(_:)``, ``table(_:)``,
///    ``document(_:)``). This covers paths, member names and messages.
///
/// Archives may be surveyed in any order and in parallel. ``learn(source:)`` is called in the order
/// of output; every run therefore gives the same pseudonyms.
public final class RedactionSession: Sendable {
  private let state: Mutex<State>
  /// A text that tells the keys of two sessions apart, and nothing about either.
  public let keyMark: String
  /// Whether pseudonyms are final when a text is redacted, and the same in every run with the key.
  public let isKeyed: Bool

  /// The most known words, each spelling counted.
  private static let maximumWords = 1 << 18

  private struct State {
    var redactor: Redactor
    /// The redactor that knows nothing but the paths of the command line.
    let first: Redactor
    var numbers: PseudonymNumbers
    /// The names in surveyed sources that are not learned yet.
    var surveyed: [String: Secrets] = [:]
  }

  /// Creates a session.
  ///
  /// - Parameters:
  ///   - key: makes the pseudonyms the same in every run with this key; nil numbers them.
  ///   - givenPaths: paths that the user gave. Their folders are replaced wherever they appear.
  ///   - vocabulary: the texts that reports are written with. Their words are never replaced.
  public init(key: String? = nil, givenPaths: [String] = [], vocabulary: [String] = []) {
    // Without a key of the user, no pseudonym reveals any part of its token.
    let secret = key.map { AuthenticationCode(key: Array($0.utf8)) } ?? AuthenticationCode()
    let isKeyed = key != nil
    self.isKeyed = isKeyed
    keyMark = secret.code(for: Array("mark of a store".utf8)).prefix(8)
      .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    var redactor = Redactor(common: CommonWords(of: vocabulary)) { kind, token in
      let message = Array((kind.rawValue + "\0" + token).utf8)
      return PseudonymNumbers.name(kind, digest: secret.code(for: message), isKeyed: isKeyed)
    }
    for path in givenPaths { redactor.learn(givenPath: path) }
    state = Mutex(
      State(redactor: redactor, first: redactor, numbers: PseudonymNumbers(isKeyed: isKeyed)))
  }
}

/// What the session learns.
extension RedactionSession {
  /// Remembers the names in a source until the first text about it is written.
  ///
  /// - Parameters:
  ///   - secrets: the names in the source; none when it could not be read.
  ///   - source: the path of the archive.
  public func remember(_ secrets: Secrets, of source: String) {
    state.withLock { $0.surveyed[source] = secrets }
  }

  /// Learns the path of a source and the names that were remembered of it.
  ///
  /// Must be called before any output about the source, in the order of output. A source without
  /// remembered names changes nothing.
  public func learn(source: String) {
    state.withLock { state in
      guard let secrets = state.surveyed.removeValue(forKey: source) else { return }
      // Thousands of archives have more names than fit; those of the first are then forgotten.
      if state.redactor.known.words.count > Self.maximumWords { state.redactor = state.first }
      state.redactor.learn(givenPath: source)
      state.redactor.learn(secrets)
    }
  }

  /// Learns a path that appears in messages only.
  public func learn(givenPath path: String) {
    state.withLock { $0.redactor.learn(givenPath: path) }
  }

  /// A redactor for the lines of a source, which knows the names in it.
  ///
  /// - Parameters:
  ///   - source: the path of the archive.
  ///   - secrets: the names in it.
  /// - Returns: a redactor with the names of earlier sources, too.
  public func redactor(for source: String, learning secrets: Secrets) -> Redactor {
    state.withLock { state in
      var redactor = state.redactor
      redactor.learn(secrets)
      redactor.learn(givenPath: source)
      return redactor
    }
  }

  /// The same redactor with final pseudonyms, for lines written as they are read.
  public func numbering(_ redactor: Redactor) -> Redactor {
    redactor.renaming { [self] name in
      state.withLock { state in
        let bytes = state.numbers.number(Array(name.utf8), keepsColumns: false)
        return bytes.map { String(decoding: $0, as: UTF8.self) } ?? name
      }
    }
  }
}

/// What the session writes.
extension RedactionSession {
  /// Redacts a sentence or a name.
  public func text(_ text: String) -> String {
    written(Array(text.utf8), keepsColumns: false) ?? text
  }

  /// Redacts a text for a store: a name, a path, a message, or a section as JSON.
  ///
  /// The pseudonyms must be keyed, since a store gets texts in any order.
  public func stored(_ text: String) -> String {
    guard let first = text.utf8.first, "{[".utf8.contains(first) else { return self.text(text) }
    return state.withLock { state in
      RedactedJSON.rewrite(Array(text.utf8), isOurs: true) { state.redactor.redact($0) }
        .map { String(decoding: $0, as: UTF8.self) } ?? text
    }
  }

  /// Redacts lines for people and keeps their columns aligned.
  public func lines(_ text: String) -> String {
    written(Array(text.utf8), keepsColumns: true) ?? text
  }

  private func written(_ bytes: [UInt8], keepsColumns: Bool) -> String? {
    state.withLock { state in
      let redacted = state.redactor.redact(bytes, keepsColumns: keepsColumns)
      let numbered = state.numbers.number(redacted ?? bytes, keepsColumns: keepsColumns)
      return (numbered ?? redacted).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Redacts rows of comma-separated values, cell by cell.
  public func table(_ csv: String) -> String {
    state.withLock { state in
      let bytes = Array(csv.utf8)
      let redacted = RedactedCSV.rewrite(bytes) { state.redactor.redact($0) } ?? bytes
      let numbered = state.numbers.number(redacted, keepsColumns: false) ?? redacted
      return String(decoding: numbered, as: UTF8.self)
    }
  }

  /// Redacts the strings of JSON objects, one a line.
  public func objects(_ lines: String) -> String {
    state.withLock { state in
      var bytes = Array(lines.utf8)
      bytes =
        RedactedJSON.rewrite(bytes, isOurs: true) { state.redactor.redact($0) } ?? bytes
      bytes = state.numbers.number(bytes, keepsColumns: false) ?? bytes
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Redacts the strings of a JSON object and adds the key `redaction` with counts by kind.
  public func document(_ json: String) -> String {
    state.withLock { state in
      var bytes = Array(json.utf8)
      _ = state.numbers.takeCountsOfDocument()
      bytes =
        RedactedJSON.rewrite(bytes, isOurs: true) { state.redactor.redact($0) } ?? bytes
      bytes = state.numbers.number(bytes, keepsColumns: false) ?? bytes
      let counts = state.numbers.takeCountsOfDocument()
      return RedactionKey.added(to: String(decoding: bytes, as: UTF8.self), counts)
    }
  }
}

/// What the session tells about itself.
extension RedactionSession {
  /// How many different names of each kind were replaced so far.
  public var counts: [SecretKind: Int] { state.withLock { $0.numbers.counts } }

  /// The counts in words: `1 host name, 2 user names`, or `nothing`.
  public var summary: String {
    let counts = counts
    let words = SecretKind.allCases.compactMap { kind in
      counts[kind].map { kind.counted($0) }
    }
    return words.isEmpty ? "nothing" : words.joined(separator: ", ")
  }

  /// How many user and host names are common words; these are replaced only in paths.
  public var commonNames: Int { state.withLock { $0.redactor.commonWords.count } }
}
