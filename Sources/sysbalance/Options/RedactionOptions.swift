internal import ArgumentParser
internal import MemoryAnalysis
internal import Redaction

/// Whether what tells of persons and machines is replaced.
struct RedactionOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Replace host and user names, serials, device identifiers, addresses and paths below homes.",
      discussion: "An archive is then read twice, so it must be a file or a folder."))
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
  /// - Throws: `ValidationError` for standard input and for a store.
  func validate(_ paths: [String]) throws {
    guard isWanted else { return }
    if redactKey?.isEmpty == true { throw ValidationError("--redact-key takes a text") }
    guard !paths.contains("-") else {
      throw ValidationError(
        "--redact reads an archive twice, which standard input cannot be: give a file")
    }
    guard !paths.contains(where: StoreArgument.isStore) else { throw Self.storeIsRefused }
  }

  /// A store holds what was never redacted.
  static let storeIsRefused = ValidationError(
    "--redact changes what is written, not what a store holds: give the archives themselves")

  /// Starts the redaction of a run.
  ///
  /// - Parameter paths: the paths that the command reads or writes, which messages may contain.
  /// - Returns: the session; nil when no redaction was asked for.
  func session(_ paths: [String]) -> RedactionSession? {
    guard isWanted else { return nil }
    return RedactionSession(
      key: redactKey, givenPaths: paths, vocabulary: ShippedVocabulary.texts)
  }
}
