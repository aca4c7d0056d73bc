#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// An open file, pipe or device.
public final class OpenFile: Sendable {
  /// The result of a read.
  public enum Amount: Sendable, Equatable {
    /// The number of bytes read, at least one.
    case bytes(Int)
    /// The end of the file.
    case end
    /// Nothing is available now, and the file does not wait.
    case nothingNow
  }

  /// The file descriptor.
  public let descriptor: Int32

  private let isOwned: Bool

  /// Borrows a descriptor; the caller keeps it and closes it.
  public init(borrowing descriptor: Int32) {
    self.descriptor = descriptor
    isOwned = false
  }

  /// Takes a descriptor, which is closed with this object.
  init(owning descriptor: Int32) {
    self.descriptor = descriptor
    isOwned = true
  }

  deinit {
    if isOwned { _ = close(descriptor) }
  }

  /// Opens for reading without blocking: neither for a pipe's writer nor, later, for its bytes.
  ///
  /// - Parameters:
  ///   - path: The file to open.
  ///   - followsLinks: Whether `path` may be a symbolic link.
  /// - Returns: The open file; releasing the object closes it.
  /// - Throws: `SystemError` when it cannot be opened.
  public static func forReading(
    _ path: String, followsLinks: Bool = true
  ) throws(SystemError) -> OpenFile {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW)
    let descriptor = open(path, flags)
    guard descriptor >= 0 else { throw .last }
    return OpenFile(owning: descriptor)
  }

  /// Creates a file readable only by its owner, or truncates an existing one.
  ///
  /// - Parameter path: The file.
  /// - Returns: The open file; releasing the object closes it.
  /// - Throws: `SystemError` when the system refuses, or when `path` is a symbolic link.
  public static func forWriting(_ path: String) throws(SystemError) -> OpenFile {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .last }
    return OpenFile(owning: descriptor)
  }

  /// Creates a file readable only by its owner, with a new name that begins with `path`.
  ///
  /// - Parameter path: The new file is a sibling of this path.
  /// - Returns: The open file and its path; releasing the object closes the file.
  /// - Throws: `SystemError` when it cannot be created.
  public static func temporary(
    beside path: String
  ) throws(SystemError) -> (file: OpenFile, path: String) {
    var template = Array("\(path).partial-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .last }
    let name = template.dropLast().map(UInt8.init(bitPattern:))
    return (OpenFile(owning: descriptor), String(decoding: name, as: UTF8.self))
  }

  /// Standard input, never closed.
  public static let standardInput = OpenFile(borrowing: STDIN_FILENO)
  /// Standard output, never closed.
  public static let standardOutput = OpenFile(borrowing: STDOUT_FILENO)
  /// Standard error, never closed.
  public static let standardError = OpenFile(borrowing: STDERR_FILENO)

  /// Whether the file is a terminal.
  public var isTerminal: Bool { isatty(descriptor) == 1 }

  /// The terminal's width in columns; nil when the file is not a terminal or has no size.
  public var terminalWidth: Int? {
    var size = winsize()
    guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Reads the current status.
  ///
  /// - Returns: Its kind, size and time.
  /// - Throws: `SystemError` when the descriptor is not open.
  public func status() throws(SystemError) -> FileStatus {
    try FileStatus(ofDescriptor: descriptor)
  }

  /// Reads the bytes available now, up to the buffer's size.
  ///
  /// - Parameter buffer: The destination; it must not be empty.
  /// - Returns: The number of bytes, or the reason for none.
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

  /// Waits for data or the end of the file.
  ///
  /// - Parameter milliseconds: The longest time to wait; nil for ever.
  /// - Returns: Whether a read would return at once.
  public func waitUntilReadable(milliseconds: Int32? = nil) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    var result: Int32
    repeat {
      result = poll(&request, 1, milliseconds ?? -1)
    } while result < 0 && errno == EINTR
    return result > 0
  }

  /// Announces a sequential read of the whole file to the system.
  public func expectSequentialReading() {
    #if canImport(Darwin)
      _ = fcntl(descriptor, F_RDAHEAD, 1)
    #else
      _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    #endif
  }

  /// Writes all bytes.
  ///
  /// - Throws: `SystemError` when writing fails; part of the bytes may be written.
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
  /// - Throws: `SystemError` when writing fails; part of the text may be written.
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

  /// Flushes written data to permanent storage, where the file supports it.
  ///
  /// On Apple's systems `fsync` leaves bytes in the drive's cache; `F_FULLFSYNC` does not. A file
  /// system without it, and a pipe, promise nothing. That is not an error.
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
