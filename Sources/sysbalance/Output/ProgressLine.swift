internal import Platform
internal import Synchronization
internal import SysdiagnoseArchive
internal import SysdiagnoseIngest

/// How far a command has come, as one line on the terminal of standard error.
///
/// Nothing is shown when standard error is not a terminal.
final class ProgressLine: Sendable {
  /// A single archive has a line only when it takes longer than this.
  private static let patience = Duration.seconds(1)

  private let isShown: Bool
  private let state = Mutex(State())

  fileprivate struct State {
    var start = ContinuousClock.now
    var lastShown: ContinuousClock.Instant?
    var isStanding = false
    var isEnded = false
  }

  init(isQuiet: Bool) {
    isShown = !isQuiet && OpenFile.standardError.isTerminal
  }

  /// Shows how many archives of a batch are done.
  func show(_ progress: BatchProgress) {
    let isLast = progress.done == progress.archives
    show(isLast: isLast) { Self.line(progress, after: $0) }
  }

  /// What shows the reading of single archives, one after the other; nil when nothing is shown.
  ///
  /// - Parameter size: the size of the input in bytes, where the user knows it and the system does not.
  /// - Returns: the observer.
  func observer(expecting size: Int? = nil) -> ReadingObserver? {
    guard isShown else { return nil }
    return { [self] progress in
      if progress.isOver { return restart() }
      let known = ReadingProgress(bytesRead: progress.bytesRead, bytes: progress.bytes ?? size)
      show(after: Self.patience) { Self.line(known, after: $0) }
    }
  }

  /// Clears the line, so that a message can take its place.
  func clear() {
    state.withLock { $0.clear() }
  }

  /// Clears the line and shows none any more, whatever still reads.
  func end() {
    state.withLock { state in
      state.clear()
      state.isEnded = true
    }
  }

  /// Clears the line; the next archive has a time of its own.
  private func restart() {
    state.withLock { state in
      state.clear()
      state.start = .now
    }
  }

  /// Shows a line, at most ten times a second.
  private func show(
    isLast: Bool = false, after patience: Duration = .zero, _ line: (Duration) -> String
  ) {
    guard isShown else { return }
    let now = ContinuousClock.now
    state.withLock { state in
      let elapsed = now - state.start
      guard !state.isEnded, elapsed >= patience else { return }
      if let last = state.lastShown, now - last < .milliseconds(100), !isLast { return }
      state.lastShown = now
      state.isStanding = true
      try? OpenFile.standardError.write("\r\u{1B}[K" + line(elapsed))
    }
  }
}

extension ProgressLine.State {
  fileprivate mutating func clear() {
    guard isStanding else { return }
    isStanding = false
    try? OpenFile.standardError.write("\r\u{1B}[K")
  }
}

/// The words of the line.
extension ProgressLine {
  /// `12 of 40 archives  6.1 MB/s  about 0:42 left`.
  static func line(_ progress: BatchProgress, after elapsed: Duration) -> String {
    let rest = progress.bytes.subtractingSaturated(progress.doneBytes)
    return words(
      "\(progress.done) of \(progress.archives) archives", progress.doneBytes, rest, elapsed)
  }

  /// `120 of 800 MB read  6.1 MB/s  about 1:52 left`; without a size, `120 MB read  6.1 MB/s`.
  static func line(_ progress: ReadingProgress, after elapsed: Duration) -> String {
    let done = megabytes(progress.bytesRead)
    guard let bytes = progress.bytes, bytes >= progress.bytesRead else {
      return words("\(done) MB read", progress.bytesRead, nil, elapsed)
    }
    let rest = bytes.subtractingSaturated(progress.bytesRead)
    return words("\(done) of \(megabytes(bytes)) MB read", progress.bytesRead, rest, elapsed)
  }

  /// What is done, then the rate and the time left, where they are known.
  private static func words(
    _ done: String, _ doneBytes: Int, _ rest: Int?, _ elapsed: Duration
  ) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    guard seconds > 0, doneBytes > 0 else { return done }
    let rate = Double(doneBytes) / seconds
    let words = "\(done)  \((rate / 1e5).rounded() / 10) MB/s"
    guard let rest else { return words }
    let left = Int(saturating: (Double(rest) / rate).rounded(.up))
    return words + "  about \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left"
  }

  private static func megabytes(_ bytes: Int) -> Int {
    Int(saturating: (Double(bytes) / 1e6).rounded())
  }
}
