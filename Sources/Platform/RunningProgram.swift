#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif
private import Synchronization

/// What the system tells this program, and how the program takes it.
public enum RunningProgram {
  /// A signal by which someone asks the program to end.
  public enum StopSignal: Sendable, Equatable, CaseIterable {
    /// Ctrl-C: `SIGINT`.
    case interrupt
    /// `kill` without more words: `SIGTERM`.
    case terminate

    fileprivate var number: Int32 {
      switch self {
      case .interrupt: SIGINT
      case .terminate: SIGTERM
      }
    }
  }

  /// The number of the signal that was noted; 0 when none was.
  private static let noted = Atomic<Int32>(0)

  /// The first signal since ``noteStopSignals()``; nil when there was none.
  public static var stopSignal: StopSignal? {
    let number = noted.load(ordering: .relaxed)
    return StopSignal.allCases.first { $0.number == number }
  }

  /// Begins to note the signals that ask the program to end, so that it can finish what it does.
  ///
  /// A second one ends the program at once, with the status that shells give it.
  public static func noteStopSignals() {
    // Made before a handler may run: making it there would not be safe.
    noted.store(0, ordering: .relaxed)
    for each in StopSignal.allCases {
      signal(each.number) { number in
        if RunningProgram.noted.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
      }
    }
  }

  /// Lets a file over the limit on sizes fail as a full disk does, instead of ending the program.
  public static func survivesFileSizeLimit() {
    signal(SIGXFSZ, SIG_IGN)
  }

  /// The value of an environment variable; nil when it is not set.
  public static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
