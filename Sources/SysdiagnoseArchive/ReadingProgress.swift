/// How far the reading of an archive has come.
public struct ReadingProgress: Sendable, Equatable {
  /// The bytes of the input read so far.
  public let bytesRead: Int
  /// The size of the input in bytes; nil for a folder and for a pipe.
  public let bytes: Int?
  /// Whether the reading has ended, in success or failure.
  public let isOver: Bool

  /// Creates the progress of a reading.
  public init(bytesRead: Int, bytes: Int?, isOver: Bool = false) {
    self.bytesRead = bytesRead
    self.bytes = bytes
    self.isOver = isOver
  }
}

/// Receives the progress of a reading, after each block, on the thread that reads.
public typealias ReadingObserver = @Sendable (ReadingProgress) -> Void
