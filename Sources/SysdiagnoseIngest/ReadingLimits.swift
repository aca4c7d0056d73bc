internal import Dispatch
internal import MemoryAnalysis
internal import Platform
internal import SysdiagnoseArchive

/// The time and the memory that reading one archive may take.
///
/// Memory is that of the whole program. A batch applies these limits to processes of its own.
public struct ReadingLimits: Sendable {
  /// The longest time in seconds; time that the machine sleeps does not count.
  public let seconds: Int
  /// The most resident memory in bytes.
  public let memory: Int

  /// How often the memory is looked at.
  private static let interval = DispatchTimeInterval.milliseconds(20)

  /// Creates limits.
  ///
  /// - Parameters:
  ///   - seconds: the longest time in seconds.
  ///   - memory: the most resident memory in bytes.
  public init(seconds: Int, memory: Int) {
    self.seconds = seconds
    self.memory = memory
  }

  /// Does work on a thread of its own.
  ///
  /// Work that meets a limit is not ended; the program is expected to end soon.
  ///
  /// - Parameter work: the work.
  /// - Returns: its result, or the limit that it met.
  public func run<Value: Sendable>(
    _ work: @escaping @Sendable () -> Value
  ) -> Result<Value, ReadingLimit> {
    let result = Guarded<Value?>(nil)
    let isDone = DispatchSemaphore(value: 0)
    let isStarted = Threads.detach {
      let value = work()
      result.withLock { $0 = value }
      isDone.signal()
    }
    guard isStarted else { return .success(work()) }
    let end = SuspendingClock.now + .seconds(seconds)
    while isDone.wait(timeout: .now() + Self.interval) == .timedOut {
      if RunningProgram.hasUsed(moreThan: memory) { return .failure(.memory(memory)) }
      if SuspendingClock.now >= end { return .failure(.time(seconds)) }
    }
    return result.withLock { $0 }.map { .success($0) } ?? .failure(.time(seconds))
  }
}

/// A limit that reading an archive has met.
public enum ReadingLimit: Error, Sendable, Equatable {
  /// It took longer than these seconds.
  case time(Int)
  /// It needed more memory than these bytes.
  case memory(Int)
  /// An archive before it has needed more memory than these bytes.
  case memoryBefore(Int)

  /// What it means for the archives after it; nil when they can be read.
  ///
  /// What is still being read gives no memory back.
  public var next: ReadingLimit? {
    switch self {
    case .time: nil
    case .memory(let bytes), .memoryBefore(let bytes): .memoryBefore(bytes)
    }
  }

  /// What an archive that met it is reported with.
  var code: ArchiveError.Code {
    switch self {
    case .time: .timeLimit
    case .memory, .memoryBefore: .memoryLimit
    }
  }

  /// The limit, and how to raise it.
  var detail: String {
    switch self {
    case .time(let seconds): "\(seconds) s; --timeout raises it"
    case .memory(let bytes): "\(SizeText.short(bytes)); --max-memory raises it"
    case .memoryBefore(let bytes):
      "\(SizeText.short(bytes)), with the archives before it; batch reads each in a process of its own"
    }
  }
}
