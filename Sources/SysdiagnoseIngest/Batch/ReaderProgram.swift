internal import Platform

/// How a batch starts the processes that read its archives, and what an archive may take.
public struct ReaderProgram: Sendable {
  /// The arguments with which this program becomes a reader.
  public var arguments: [String]
  /// The longest time for one archive, in seconds.
  public var seconds: Int
  /// The most memory for one archive, in bytes; the reader holds itself to it.
  public var memory: Int
  /// Whether a reader may write to standard error, which is of use to those who look for a fault.
  public var speaks: Bool

  /// Creates a way to start readers.
  public init(arguments: [String], seconds: Int, memory: Int, speaks: Bool = false) {
    self.arguments = arguments
    self.seconds = seconds
    self.memory = memory
    self.speaks = speaks
  }

  /// Starts a reader.
  ///
  /// - Throws: `SystemError` when the system has no more processes or files.
  func start() throws(SystemError) -> ChildProcess {
    // The backtrace of a trap takes seconds, and no one sees it.
    try ChildProcess(
      RunningProgram.path, arguments: arguments,
      environment: speaks ? [:] : ["SWIFT_BACKTRACE": "enable=no"], speaks: speaks)
  }
}
