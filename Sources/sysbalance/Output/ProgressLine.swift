internal import Platform
internal import SysdiagnoseIngest

/// The progress of a batch, as one line on the terminal of standard error.
///
/// Nothing is shown when standard error is not a terminal.
struct ProgressLine {
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?
  private var isStanding = false

  init(isQuiet: Bool) {
    isShown = !isQuiet && OpenFile.standardError.isTerminal
  }

  /// Shows the line, at most ten times a second.
  mutating func show(_ progress: BatchProgress) {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let lastShown, now - lastShown < .milliseconds(100), progress.done < progress.archives {
      return
    }
    lastShown = now
    isStanding = true
    let line = Self.line(progress, after: now - start)
    try? OpenFile.standardError.write("\r\u{1B}[K" + line)
  }

  /// Clears the line, so that a message can take its place.
  mutating func clear() {
    guard isStanding else { return }
    isStanding = false
    try? OpenFile.standardError.write("\r\u{1B}[K")
  }

  /// `12 of 40 archives  6.1 MB/s  about 0:42 left`.
  static func line(_ progress: BatchProgress, after elapsed: Duration) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    var words = ["\(progress.done) of \(progress.archives) archives"]
    guard seconds > 0, progress.doneBytes > 0 else { return words[0] }
    let rate = Double(progress.doneBytes) / seconds
    words.append("\((rate / 1e5).rounded() / 10) MB/s")
    let rest = progress.bytes.subtractingSaturated(progress.doneBytes)
    let left = Int(saturating: (Double(rest) / rate).rounded(.up))
    words.append("about \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left")
    return words.joined(separator: "  ")
  }
}
