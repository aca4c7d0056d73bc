#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import AllocationBalance

/// A line on a terminal's standard error that says how far a batch is.
///
/// Where standard error is no terminal nothing is written: errors and notes are whole lines anyway.
struct BatchProgress {
  private let isShown: Bool
  private let archives: Int
  private let bytes: Int
  private let start = ContinuousClock.now
  private var done = 0
  private var doneBytes = 0
  private var lastShown: ContinuousClock.Instant?
  private var isStanding = false

  /// Begins with how many archives there are and how large each is.
  init(sizes: [Int], isQuiet: Bool) {
    isShown = !isQuiet && isatty(STDERR_FILENO) == 1
    archives = sizes.count
    bytes = sizes.reduce(0, +)
  }

  /// Counts an archive of a size as done.
  mutating func advance(_ size: Int) {
    done += 1
    doneBytes += size
  }

  /// Shows the line, at most ten times a second.
  mutating func show() {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let lastShown, now - lastShown < .milliseconds(100), done < archives { return }
    lastShown = now
    isStanding = true
    _ = FileWriting.write("\r\u{1B}[K" + line(after: now - start), to: STDERR_FILENO)
  }

  /// Takes the line away, so that a message can stand in its place.
  mutating func clear() {
    guard isStanding else { return }
    isStanding = false
    _ = FileWriting.write("\r\u{1B}[K", to: STDERR_FILENO)
  }

  /// `12 of 40 archives  6.1 MB/s  about 0:42 left`.
  func line(after elapsed: Duration) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    var words = ["\(done) of \(archives) archives"]
    guard seconds > 0, doneBytes > 0 else { return words[0] }
    let rate = Double(doneBytes) / seconds
    words.append("\((rate / 1e5).rounded() / 10) MB/s")
    let left = Int((Double(bytes - doneBytes) / rate).rounded(.up))
    words.append("about \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left")
    return words.joined(separator: "  ")
  }
}
