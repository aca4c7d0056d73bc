#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import ReportRendering
internal import Synchronization

/// What the program says on standard error.
enum Messages {
  private static let isQuiet = Mutex(false)

  /// Leaves out notes from here on.
  static func beQuiet() {
    isQuiet.withLock { $0 = true }
  }

  /// Why something could not be done.
  static func error(_ sentence: String) {
    say(Printable.line(redacted(sentence)))
  }

  /// Something to know.
  static func note(_ sentence: String) {
    guard !isQuiet.withLock({ $0 }) else { return }
    say("note: " + Printable.line(redacted(sentence)))
  }

  /// How many archives were left out and which, the first of them by name.
  ///
  /// With redaction none is named: what its name tells is known only of an archive that was read.
  static func names(of paths: [String], _ what: String) {
    let sentence = "\(paths.count) \(paths.count == 1 ? "archive" : "archives") \(what)"
    guard Redaction.current == nil else { return error(sentence) }
    let shown = paths.prefix(5)
    let more = paths.count - shown.count
    error("\(sentence): \(shown.joined(separator: ", "))" + (more > 0 ? " and \(more) more" : ""))
  }

  /// A text as it is, ended.
  static func plain(_ text: String) {
    write(redacted(text))
  }

  private static func redacted(_ text: String) -> String {
    Redaction.current?.text(text) ?? text
  }

  private static func say(_ line: String) {
    write("sysbalance: " + line)
  }

  private static func write(_ text: String) {
    // Nothing can be said about a standard error that cannot be written to.
    _ = FileWriting.write(text + "\n", to: STDERR_FILENO)
  }
}
