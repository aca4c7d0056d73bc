internal import AllocationBalance
internal import Redaction
internal import MemoryAnalysis
internal import Platform
internal import Synchronization
internal import SysdiagnoseArchive

/// The redaction of this run: there is one, since all that the program writes goes through it.
///
/// Texts are redacted twice. The lines of an archive are before they are parsed, so that nothing which
/// is later shortened is cut through a secret; whatever is written is again, so that names of members
/// and files, and messages, are too.
final class Redaction: Sendable {
  private static let begun = Mutex<Redaction?>(nil)

  /// The redaction that was asked for; nil when none was.
  static var current: Redaction? { begun.withLock { $0 } }

  private let state: Mutex<State>

  private struct State {
    var redactor: Redactor
    var numbers: PseudonymNumbers
    /// What archives name that were read, but of which nothing was written yet.
    var surveyed: [String: Secrets] = [:]
  }

  private init(key: String?, givenPaths: [String]) {
    // Without a key of the user's no pseudonym says anything of its token, not even in part.
    let secret = key.map { AuthenticationCode(key: Array($0.utf8)) } ?? AuthenticationCode()
    let isKeyed = key != nil
    var redactor = Redactor(common: CommonWords(of: ShippedVocabulary.texts)) { kind, token in
      let message = Array((kind.rawValue + "\0" + token).utf8)
      return PseudonymNumbers.name(kind, digest: secret.code(for: message), isKeyed: isKeyed)
    }
    for path in givenPaths { redactor.learn(givenPath: path) }
    state = Mutex(State(redactor: redactor, numbers: PseudonymNumbers(isKeyed: isKeyed)))
  }

  /// Redacts all that is written from here on.
  ///
  /// - Parameters:
  ///   - key: makes the pseudonyms of several runs the same; nil for numbers.
  ///   - givenPaths: the paths on the command line.
  static func begin(key: String?, givenPaths: [String]) {
    begun.withLock { $0 = $0 ?? Redaction(key: key, givenPaths: givenPaths) }
  }

  /// Reads an archive for the names in it, which its lines must then be free of.
  ///
  /// - Throws: `ArchiveError` when not a single member can be had.
  func survey(
    _ path: String, limits: ArchiveLimits, readsAhead: Bool = true
  ) throws(ArchiveError) -> Redactor {
    // Of an archive that cannot be read at all there is still the path to be replaced.
    state.withLock { $0.surveyed[path] = Secrets() }
    let survey = SecretSurvey()
    _ = try ArchiveReader(ArchiveInput(path: path), limits: limits, readsAhead: readsAhead)
      .read(survey.choose)
    return state.withLock { state in
      state.surveyed[path] = survey.secrets
      var redactor = state.redactor
      redactor.learn(survey.secrets)
      redactor.learn(givenPath: path)
      return redactor
    }
  }

  /// Takes into account what an archive names, before the first word of it is written.
  ///
  /// Archives may be surveyed in any order; they are learned in the order in which they are written,
  /// so that every run gives the same.
  func learn(archive path: String) {
    state.withLock { state in
      guard let secrets = state.surveyed.removeValue(forKey: path) else { return }
      state.redactor.learn(givenPath: path)
      state.redactor.learn(secrets)
    }
  }

  /// Takes into account a path that was found, and of which only a message will tell.
  func learn(givenPath path: String) {
    state.withLock { $0.redactor.learn(givenPath: path) }
  }

  /// A sentence or a name.
  func text(_ text: String) -> String {
    written(Array(text.utf8), keepsColumns: false) ?? text
  }

  /// Lines for people.
  func lines(_ text: String) -> String {
    written(Array(text.utf8), keepsColumns: true) ?? text
  }

  private func written(_ bytes: [UInt8], keepsColumns: Bool) -> String? {
    state.withLock { state in
      let redacted = state.redactor.redact(bytes, keepsColumns: keepsColumns)
      let numbered = state.numbers.number(redacted ?? bytes, keepsColumns: keepsColumns)
      return (numbered ?? redacted).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Rows of comma-separated values.
  func table(_ csv: String) -> String {
    state.withLock { state in
      let bytes = Array(csv.utf8)
      let redacted = RedactedCSV.rewrite(bytes) { state.redactor.redact($0) } ?? bytes
      let numbered = state.numbers.number(redacted, keepsColumns: false) ?? redacted
      return String(decoding: numbered, as: UTF8.self)
    }
  }

  /// An object of JSON, with a key that says how many of each kind are replaced in it.
  func document(_ json: String) -> String {
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

  /// The redactor with final pseudonyms, for lines that are written as they come.
  func numbering(_ redactor: Redactor) -> Redactor {
    redactor.renaming { [self] name in
      state.withLock { state in
        let bytes = state.numbers.number(Array(name.utf8), keepsColumns: false)
        return bytes.map { String(decoding: $0, as: UTF8.self) } ?? name
      }
    }
  }

  /// How many of each kind were replaced so far.
  var counts: [SecretKind: Int] { state.withLock { $0.numbers.counts } }

  /// `1 host name, 2 user names`.
  var summary: String {
    let counts = counts
    let words = SecretKind.allCases.compactMap { kind in
      counts[kind].map { kind.counted($0) }
    }
    return words.isEmpty ? "nothing" : words.joined(separator: ", ")
  }

  /// Says on standard error what was replaced, and what was not.
  func tell() {
    Messages.note("redacted: \(summary)")
    let common = state.withLock { $0.redactor.commonWords.count }
    if common > 0 {
      Messages.note(
        "redacted in paths alone, being common words: \(SecretKind.user.counted(common))")
    }
  }
}
