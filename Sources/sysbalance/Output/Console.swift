internal import ArgumentParser
internal import Platform
internal import Redaction
internal import ReportRendering
internal import SnapshotStore
internal import SysdiagnoseIngest

/// Standard error as one command uses it: what may be said, and what is redacted in it.
struct Console: Sendable {
  /// Whether notes are left out.
  var isQuiet = false
  /// Whether warnings of the reader are printed.
  var isVerbose = false
  /// Redacts all that is written; nil keeps it.
  var redaction: RedactionSession?
  /// Whether a failure is written to standard output as an object, too.
  var failsAsObject = false
  /// The line that shows how far the command has come.
  let progress: ProgressLine

  init(
    isQuiet: Bool = false, isVerbose: Bool = false, redaction: RedactionSession? = nil
  ) {
    self.isQuiet = isQuiet
    self.isVerbose = isVerbose
    self.redaction = redaction
    progress = ProgressLine(isQuiet: isQuiet)
  }

  /// Says why something could not be done.
  func error(_ sentence: String) {
    say(Printable.line(redacted(sentence)))
  }

  /// Says something that is good to know.
  func note(_ sentence: String) {
    guard !isQuiet else { return }
    say("note: " + Printable.line(redacted(sentence)))
  }

  /// Says how many archives were left out and which, the first of them by name.
  ///
  /// With redaction none is named: what its name tells is known only of an archive that was read.
  func names(of paths: [String], _ what: String) {
    let sentence = "\(paths.count) \(paths.count == 1 ? "archive" : "archives") \(what)"
    guard redaction == nil else { return error(sentence) }
    let shown = paths.prefix(5)
    let more = paths.count - shown.count
    error("\(sentence): \(shown.joined(separator: ", "))" + (more > 0 ? " and \(more) more" : ""))
  }

  /// Names the paths that a search could not examine.
  func failures(of finder: ArchiveFinder) {
    for (path, reason) in finder.failures {
      redaction?.learn(givenPath: path)
      error("\(path): \(reason)")
    }
  }

  /// Writes text verbatim, then a newline.
  func plain(_ text: String) {
    write(redacted(text))
  }

  private func redacted(_ text: String) -> String {
    redaction?.text(text) ?? text
  }

  private func say(_ line: String) {
    write("sysbalance: " + line)
  }

  private func write(_ text: String) {
    progress.clear()
    // A failure to write to standard error cannot be reported anywhere.
    try? OpenFile.standardError.write(text + "\n")
  }
}

extension Console {
  /// Runs a command, says why it failed and turns that into an exit code.
  ///
  /// - Throws: `ExitCode` only.
  func reporting(_ command: () throws -> Void) throws {
    do {
      defer { tellRedaction() }
      try command()
    } catch let status as ExitStatus {
      throw ExitCode(status.rawValue)
    } catch let failure as CommandFailure {
      throw failed(failure.description, failure.status)
    } catch let failure as FileError {
      throw failed(
        failure.description + (failure.code == .alreadyExists ? "; --force replaces it" : ""))
    } catch let failure as StoreError {
      throw failed(failure.description)
    } catch {
      throw failed("\(error)")
    }
  }

  /// Says why a command failed, and with which code to end.
  private func failed(
    _ sentence: String, _ status: ExitStatus = .nothingProduced
  ) -> ExitCode {
    error(sentence)
    if failsAsObject { Self.object(redacted(sentence), status) }
    return ExitCode(status.rawValue)
  }

  /// Writes a failure to standard output as an object, for a program that reads it.
  static func object(_ sentence: String, _ status: ExitStatus) {
    let document = CommandFailureDocument(sentence, exitCode: Int(status.rawValue))
    // No stream is left to report a failure of standard output.
    try? OpenFile.standardOutput.write(document.line)
  }

  /// Says what was replaced, and what was not.
  private func tellRedaction() {
    guard let redaction else { return }
    note("redacted: \(redaction.summary)")
    let common = redaction.commonNames
    if common > 0 {
      note("redacted only in paths, as common words: \(SecretKind.user.counted(common))")
    }
  }
}

/// A command that reports its failures on a console.
protocol ConsoleCommand: ParsableCommand {
  /// The console of this run; it is made once.
  func console() -> Console

  /// Runs the command.
  func run(_ console: Console) throws
}

extension ConsoleCommand {
  func console() -> Console { Console() }

  func run() throws {
    let console = console()
    try console.reporting { try run(console) }
  }
}
