#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif
internal import Synchronization

/// A child process that this program talks to over its standard input and output.
///
/// Both are one socket: unlike a pipe, it reports a child that has ended as an error and never as a
/// signal to this program. The child inherits nothing else but standard error.
public final class ChildProcess: Sendable {
  /// How a process ended.
  public enum Ending: Sendable, Equatable {
    /// It ended itself with a status.
    case exited(Int32)
    /// A signal ended it: a trap, a stack overflow, or a `kill`.
    case signalled(Int32)
  }

  private let socket: OpenFile
  private let process: Int32
  /// How it ended; nil while no one has waited for that.
  ///
  /// Afterwards its number may be another process's.
  private let ending = Mutex<Ending?>(nil)

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - path: The program.
  ///   - arguments: Its arguments, without its name.
  ///   - environment: Variables to set beside those of this program; nil removes one.
  ///   - speaks: Whether its standard error is that of this program; else it is dropped.
  /// - Throws: `SystemError` when it cannot be started.
  public init(
    _ path: String, arguments: [String], environment: [String: String?] = [:], speaks: Bool
  ) throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Self.streamType, 0, &ends) == 0 else { throw .last }
    socket = OpenFile(owning: ends[0])
    defer { _ = close(ends[1]) }
    Self.keepFromChildren(ends)
    process = try Self.start(
      path, arguments: arguments, environment: Self.environment(with: environment),
      connection: ends[1], speaks: speaks)
  }

  deinit {
    kill()
    _ = wait()
  }

  /// Writes all bytes to the child.
  ///
  /// - Throws: `SystemError` when the child has ended.
  public func write(_ bytes: [UInt8]) throws(SystemError) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(socket.descriptor, $0.baseAddress, $0.count, Self.withoutSignal)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .last
      }
      sent += count
    }
  }

  /// Tells the child that nothing more comes.
  public func endInput() {
    _ = shutdown(socket.descriptor, Int32(Self.writingSide))
  }

  /// Reads what the child has written, at most a buffer.
  ///
  /// - Parameter buffer: The destination; it must not be empty.
  /// - Returns: The number of bytes; `end` when the child has closed its side or has ended.
  public func read(into buffer: UnsafeMutableRawBufferPointer) -> OpenFile.Amount {
    (try? socket.read(into: buffer)) ?? .end
  }

  /// Waits for output of the child, or its end.
  ///
  /// - Parameter milliseconds: The longest time to wait; nil for ever.
  /// - Returns: Whether a read would return at once.
  public func waitUntilReadable(milliseconds: Int32?) -> Bool {
    socket.waitUntilReadable(milliseconds: milliseconds)
  }

  /// Ends the child at once.
  public func kill() {
    ending.withLock { ending in
      if ending == nil { Self.sendKill(to: process) }
    }
  }

  /// Waits for the end of the child.
  public func wait() -> Ending {
    ending.withLock { ending in
      let known = ending ?? Self.wait(for: process)
      ending = known
      return known
    }
  }
}

extension ChildProcess.Ending {
  /// `ended with status 70`, `was ended by signal 4 (Illegal instruction)`.
  public var words: String {
    switch self {
    case .exited(let status): return "ended with status \(status)"
    case .signalled(let signal):
      let name = strsignal(signal).map { " (\(String(cString: $0)))" } ?? ""
      return "was ended by signal \(signal)\(name)"
    }
  }
}

/// The system calls, whose types differ between systems.
extension ChildProcess {
  #if canImport(Darwin)
    private static let streamType = SOCK_STREAM
    private static let withoutSignal: Int32 = 0
    private static let writingSide = SHUT_WR
  #elseif canImport(Musl)
    private static let streamType = SOCK_STREAM
    private static let withoutSignal = Int32(MSG_NOSIGNAL)
    private static let writingSide = SHUT_WR
  #else
    private static let streamType = Int32(SOCK_STREAM.rawValue)
    private static let withoutSignal = Int32(MSG_NOSIGNAL)
    private static let writingSide = SHUT_WR
  #endif

  /// Keeps descriptors from children, which would hold a connection open after this program.
  private static func keepFromChildren(_ descriptors: [Int32]) {
    for descriptor in descriptors {
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      #if canImport(Darwin)
        var isOn: Int32 = 1
        _ = setsockopt(
          descriptor, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
      #endif
    }
  }

  private static func wait(for process: Int32) -> Ending {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return .exited(0) }
    }
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }

  private static func sendKill(to process: Int32) {
    #if canImport(Darwin)
      _ = Darwin.kill(process, SIGKILL)
    #elseif canImport(Musl)
      _ = Musl.kill(process, SIGKILL)
    #else
      _ = Glibc.kill(process, SIGKILL)
    #endif
  }

  private static func start(
    _ path: String, arguments: [String], environment: [String], connection: Int32, speaks: Bool
  ) throws(SystemError) -> Int32 {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t? = nil
      var attributes: posix_spawnattr_t? = nil
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for standard in [STDIN_FILENO, STDOUT_FILENO] {
      posix_spawn_file_actions_adddup2(&actions, connection, standard)
    }
    if speaks {
      posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDERR_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    #if canImport(Darwin)
      // Another thread may open a file between its creation and its mark.
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_CLOEXEC_DEFAULT))
    #endif
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &actions, &attributes, &words, &variables)
    guard code == 0 else { throw SystemError(code: code) }
    return process
  }

  private static func environment(with changes: [String: String?]) -> [String] {
    var variables: [String] = []
    var place = environ
    while let text = place.pointee {
      let variable = String(cString: text)
      let name = variable.prefix { $0 != "=" }
      if changes[String(name)] == nil { variables.append(variable) }
      place += 1
    }
    return variables + changes.compactMap { name, value in value.map { "\(name)=\($0)" } }
  }
}
