#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif
private import Synchronization

/// This process: its signals and its environment.
public enum RunningProgram {
  /// A signal that asks the program to end.
  public enum StopSignal: Sendable, Equatable, CaseIterable {
    /// Ctrl-C: `SIGINT`.
    case interrupt
    /// A plain `kill`: `SIGTERM`.
    case terminate

    fileprivate var number: Int32 {
      switch self {
      case .interrupt: SIGINT
      case .terminate: SIGTERM
      }
    }
  }

  /// The number of the recorded signal; 0 for none.
  private static let noted = Atomic<Int32>(0)

  /// The first signal since ``noteStopSignals()``; nil when there was none.
  public static var stopSignal: StopSignal? {
    let number = noted.load(ordering: .relaxed)
    return StopSignal.allCases.first { $0.number == number }
  }

  /// Starts to record the signals that ask the program to end; it can then finish its work.
  ///
  /// A second one ends the program at once, with the exit status that shells report for it.
  public static func noteStopSignals() {
    // Initialized before a handler can run; lazy initialization inside a handler is unsafe.
    noted.store(0, ordering: .relaxed)
    for each in StopSignal.allCases {
      signal(each.number) { number in
        if RunningProgram.noted.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
      }
    }
  }

  /// Turns the file-size limit into a write error; its signal would end the program.
  public static func survivesFileSizeLimit() {
    signal(SIGXFSZ, SIG_IGN)
  }

  /// The value of an environment variable; nil when it is not set.
  public static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
