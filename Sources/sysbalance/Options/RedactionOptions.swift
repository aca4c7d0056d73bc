internal import ArgumentParser
internal import MemoryAnalysis
internal import Redaction
internal import SnapshotStore

/// Whether names of people and machines are replaced.
struct RedactionOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Replace host and user names, serials, device identifiers, addresses and paths below homes.",
      discussion: """
        Archives are read twice, so standard input is refused; so is a store that batch --redact \
        did not make.
        """))
  var redact = false

  @Option(
    help: ArgumentHelp(
      "Redact with this key: every run with it gives the same pseudonyms.",
      discussion: "Without a key each run numbers them anew.", valueName: "text"))
  var redactKey: String?

  /// Whether the user asked for redaction.
  var isWanted: Bool { redact || redactKey != nil }

  /// Refuses inputs that cannot be redacted.
  ///
  /// - Parameter paths: the paths that the command reads or writes.
  /// - Throws: `ValidationError` for standard input and for a store that was not redacted.
  func validate(_ paths: [String]) throws {
    guard isWanted else { return }
    if redactKey?.isEmpty == true { throw ValidationError("--redact-key takes a text") }
    guard !paths.contains("-") else {
      throw ValidationError(
        "--redact reads an archive twice, which standard input cannot be: give a file")
    }
    for path in paths {
      if let store = StoreArgument.store(path), (try? SnapshotStore.isRedacted(store)) != true {
        throw Self.storeIsRefused
      }
    }
  }

  /// Whether a name belongs to an account is known from an archive alone.
  private static let storeIsRefused = ValidationError(
    "--redact needs the archives: a store no longer knows which names are in it; batch --redact "
      + "--store makes a redacted store from them")

  /// Starts the redaction of a run.
  ///
  /// - Parameters:
  ///   - paths: the paths that the command reads or writes, which messages may contain.
  ///   - isForStore: whether a store is filled, which needs pseudonyms with a key; without one of the
  ///     user it is a random one.
  /// - Returns: the session; nil when no redaction was asked for.
  func session(_ paths: [String], isForStore: Bool = false) -> RedactionSession? {
    guard isWanted else { return nil }
    var generator = SystemRandomNumberGenerator()
    let random = isForStore ? "\(generator.next())-\(generator.next())" : nil
    return RedactionSession(
      key: redactKey ?? random, givenPaths: paths, vocabulary: ShippedVocabulary.texts)
  }
}

extension RedactionSession {
  /// How a store that this run fills is redacted.
  var ofStore: StoreRedaction {
    StoreRedaction(keyMark: keyMark) { [self] in stored($0) }
  }
}
