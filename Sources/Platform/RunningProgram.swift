#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif
internal import Synchronization

/// This process: its signals and its environment.
public enum RunningProgram {
  /// A signal that asks the program to end.
  public enum StopSignal: Sendable, Equatable, CaseIterable {
    /// Ctrl-C: `SIGINT`.
    case interrupt
    /// A plain `kill`: `SIGTERM`.
    case terminate
    /// The terminal has gone: `SIGHUP`.
    case hangUp

    /// The signal's number.
    var number: Int32 {
      switch self {
      case .interrupt: SIGINT
      case .terminate: SIGTERM
      case .hangUp: SIGHUP
      }
    }
  }

  /// What the program does about the signals that ask it to end.
  enum SignalPolicy: Int32 {
    /// Removes what is unfinished and ends.
    case end
    /// Records the first signal, to finish what is in progress; ends at the second.
    case note
    /// Leaves them to another process.
    case leave
  }

  static let policy = Atomic<Int32>(SignalPolicy.end.rawValue)

  /// The number of the recorded signal; 0 for none.
  private static let noted = Atomic<Int32>(0)

  /// The first signal since ``noteStopSignals()``; nil when there was none.
  public static var stopSignal: StopSignal? {
    let number = noted.load(ordering: .relaxed)
    return StopSignal.allCases.first { $0.number == number }
  }

  /// Makes signals that ask the program to end remove its temporary files first.
  ///
  /// A thread waits for them, since a handler may do next to nothing. Must be called before any other
  /// thread is started. A signal that the parent process ignores stays ignored (`nohup`).
  public static func endCleanlyOnSignals() {
    var set = sigset_t()
    sigemptyset(&set)
    for each in StopSignal.allCases where !isIgnored(each.number) { sigaddset(&set, each.number) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    let waiting = set
    let isStarted = Threads.detach {
      var set = waiting
      while true {
        var number: Int32 = 0
        if sigwait(&set, &number) == 0 { receive(number) }
      }
    }
    if !isStarted { pthread_sigmask(SIG_UNBLOCK, &set, nil) }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #elseif canImport(Musl)
      let handler = action.__sa_handler.sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func receive(_ number: Int32) {
    switch SignalPolicy(rawValue: policy.load(ordering: .relaxed)) {
    case .leave: break
    case .note where noted.exchange(number, ordering: .relaxed) == 0: break
    case .end, .note, nil: TemporaryPaths.removeAll { _exit(128 + number) }
    }
  }

  /// Starts to record the signals that ask the program to end; it can then finish its work.
  ///
  /// A second one ends the program at once, with the exit status that shells report for it.
  public static func noteStopSignals() {
    policy.store(SignalPolicy.note.rawValue, ordering: .relaxed)
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
