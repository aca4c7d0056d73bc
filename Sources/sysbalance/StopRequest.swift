#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import Synchronization

/// Whether the user wants the program to end: Ctrl-C, or SIGTERM.
///
/// The first signal is noted, so that what is being done can be finished; a second one ends the
/// program at once.
enum StopRequest {
  /// The signal that was noted; 0 when none was.
  private static let noted = Atomic<Int32>(0)

  /// The status to end with; nil when no one wants the program to end.
  static var status: ExitStatus? {
    switch noted.load(ordering: .relaxed) {
    case SIGINT: .interrupted
    case SIGTERM: .terminated
    default: nil
    }
  }

  /// Begins to note signals.
  static func watch() {
    // Made before a handler may run: making it there would not be safe.
    noted.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if StopRequest.noted.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
      }
    }
    // A file that may not grow any further is then an error with a sentence, not the end.
    signal(SIGXFSZ, SIG_IGN)
  }
}
