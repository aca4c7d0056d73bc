#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// An open file, pipe or device.
public final class OpenFile: Sendable {
  /// What a read gave.
  public enum Amount: Sendable, Equatable {
    /// So many bytes, at least one.
    case bytes(Int)
    /// There is nothing more.
    case end
    /// There is nothing now, and to wait was not asked for.
    case nothingNow
  }

  /// The system's number for it.
  public let descriptor: Int32

  private let isOwned: Bool

  /// Uses a descriptor that stays the caller's and is not closed.
  public init(borrowing descriptor: Int32) {
    self.descriptor = descriptor
    isOwned = false
  }

  private init(owning descriptor: Int32) {
    self.descriptor = descriptor
    isOwned = true
  }

  deinit {
    if isOwned { _ = close(descriptor) }
  }

  /// Opens for reading, without waiting: neither for a pipe's writer nor, later, for its bytes.
  ///
  /// - Parameters:
  ///   - path: What to open.
  ///   - followsLinks: Whether `path` may be a symbolic link.
  /// - Returns: The open file, which is closed with the object.
  /// - Throws: `SystemError` when it cannot be opened.
  public static func forReading(
    _ path: String, followsLinks: Bool = true
  ) throws(SystemError) -> OpenFile {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW)
    let descriptor = open(path, flags)
    guard descriptor >= 0 else { throw .last }
    return OpenFile(owning: descriptor)
  }

  /// Creates a file that only its owner may read, or empties the one that is there.
  ///
  /// - Parameter path: Where the file is to be.
  /// - Returns: The open file, which is closed with the object.
  /// - Throws: `SystemError` when that cannot be done, or when a symbolic link stands at `path`.
  public static func forWriting(_ path: String) throws(SystemError) -> OpenFile {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .last }
    return OpenFile(owning: descriptor)
  }

  /// Creates a file that only its owner may read, under a new name that begins with `path`.
  ///
  /// - Parameter path: What the file is to lie beside.
  /// - Returns: The open file, which is closed with the object, and its path.
  /// - Throws: `SystemError` when it cannot be made.
  public static func temporary(
    beside path: String
  ) throws(SystemError) -> (file: OpenFile, path: String) {
    var template = Array("\(path).partial-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .last }
    let name = template.dropLast().map(UInt8.init(bitPattern:))
    return (OpenFile(owning: descriptor), String(decoding: name, as: UTF8.self))
  }

  /// Standard input, which stays open.
  public static let standardInput = OpenFile(borrowing: STDIN_FILENO)
  /// Standard output, which stays open.
  public static let standardOutput = OpenFile(borrowing: STDOUT_FILENO)
  /// Standard error, which stays open.
  public static let standardError = OpenFile(borrowing: STDERR_FILENO)

  /// Whether a person reads what is written to it.
  public var isTerminal: Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal that it is; nil when it is none, or has no size.
  public var terminalWidth: Int? {
    var size = winsize()
    guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// What the system says of it now.
  ///
  /// - Returns: Its kind, size and time.
  /// - Throws: `SystemError` when the descriptor is not open.
  public func status() throws(SystemError) -> FileStatus {
    try FileStatus(ofDescriptor: descriptor)
  }

  /// Reads as much as there is and fits.
  ///
  /// - Parameter buffer: Where to put it; it must not be empty.
  /// - Returns: How much it was.
  /// - Throws: `SystemError` when reading fails.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Amount {
    while true {
      #if canImport(Darwin)
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count > 0 { return .bytes(count) }
      if count == 0 { return .end }
      if errno == EAGAIN { return .nothingNow }
      if errno != EINTR { throw .last }
    }
  }

  /// Waits until there is something to read, or an end.
  ///
  /// - Parameter milliseconds: The longest time to wait; nil for ever.
  /// - Returns: Whether there is.
  public func waitUntilReadable(milliseconds: Int32? = nil) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    var result: Int32
    repeat {
      result = poll(&request, 1, milliseconds ?? -1)
    } while result < 0 && errno == EINTR
    return result > 0
  }

  /// Tells the system that all of the file is read, front to back.
  public func expectSequentialReading() {
    #if canImport(Darwin)
      _ = fcntl(descriptor, F_RDAHEAD, 1)
    #else
      _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    #endif
  }

  /// Writes all bytes.
  ///
  /// - Throws: `SystemError` when that fails; some of them may be written then.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    var rest = bytes
    while !rest.isEmpty {
      #if canImport(Darwin)
        let written = Darwin.write(descriptor, rest.baseAddress, rest.count)
      #elseif canImport(Musl)
        let written = Musl.write(descriptor, rest.baseAddress, rest.count)
      #else
        let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
      #endif
      if written < 0 {
        if errno == EINTR { continue }
        throw .last
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }

  /// Writes a text as UTF-8.
  ///
  /// - Throws: `SystemError` when that fails; a part of it may be written then.
  public func write(_ text: String) throws(SystemError) {
    try write(Array(text.utf8))
  }

  private func write(_ bytes: [UInt8]) throws(SystemError) {
    let failure = bytes.withUnsafeBytes { buffer -> SystemError? in
      do throws(SystemError) {
        try write(buffer)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  /// Makes what was written last through a loss of power, as far as the file can promise it.
  ///
  /// On Apple's systems `fsync` leaves bytes in the drive's own memory, and `F_FULLFSYNC` does not;
  /// a file system without it, and a pipe, promise nothing, which is no error.
  ///
  /// - Throws: `SystemError` when bytes could not be written.
  public func synchronize() throws(SystemError) {
    #if canImport(Darwin)
      if fcntl(descriptor, F_FULLFSYNC) == 0 { return }
    #endif
    guard fsync(descriptor) != 0 else { return }
    let error = SystemError.last
    guard error.saysThatItIsNotOffered else { throw error }
  }
}
