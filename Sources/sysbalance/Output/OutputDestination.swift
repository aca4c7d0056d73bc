#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

internal import Synchronization

/// Where a command's data goes.
protocol OutputDestination: Sendable {
  /// Writes more.
  ///
  /// - Throws: `CommandFailure` when it cannot be written.
  func write(_ bytes: UnsafeRawBufferPointer) throws

  /// Makes what was written stand.
  ///
  /// - Throws: `CommandFailure` when the file cannot take its place.
  func commit() throws
}

extension OutputDestination {
  /// Writes bytes.
  ///
  /// - Throws: `CommandFailure` when they cannot be written.
  func write(_ bytes: [UInt8]) throws {
    guard !bytes.isEmpty else { return }
    try bytes.withUnsafeBytes { try write($0) }
  }

  /// Writes text as UTF-8.
  ///
  /// - Throws: `CommandFailure` when it cannot be written.
  func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }
}

/// Standard output.
struct StandardOutput: OutputDestination {
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    if let error = FileWriting.write(bytes, to: STDOUT_FILENO) {
      throw CommandFailure("standard output cannot be written: \(FileWriting.message(error))")
    }
  }

  func commit() {}
}

/// A file that appears whole or not at all: written under a temporary name beside its place.
final class ReplacedFile: OutputDestination {
  private let path: String
  private let temporaryPath: String
  private let descriptor: Int32
  private let mayReplace: Bool
  private let isCommitted = Mutex(false)

  /// Creates the temporary file, readable by its owner alone.
  ///
  /// - Throws: `CommandFailure` when `path` exists and may not be replaced, or cannot be made.
  init(_ path: String, mayReplace: Bool) throws {
    self.path = path
    self.mayReplace = mayReplace
    try FilePlacing.check(path, mayReplace: mayReplace)
    var template = Array("\(path).partial-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    let name = template.dropLast().map(UInt8.init(bitPattern:))
    temporaryPath = String(decoding: name, as: UTF8.self)
    guard descriptor >= 0 else {
      throw CommandFailure("\(path) cannot be written: \(FileWriting.message(errno))")
    }
  }

  deinit {
    close(descriptor)
    if !isCommitted.withLock({ $0 }) { unlink(temporaryPath) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    if let error = FileWriting.write(bytes, to: descriptor) {
      throw CommandFailure("\(path) cannot be written: \(FileWriting.message(error))")
    }
  }

  func commit() throws {
    guard fsync(descriptor) == 0 else {
      throw CommandFailure("\(path) cannot be written: \(FileWriting.message(errno))")
    }
    try FilePlacing.place(temporaryPath, at: path, mayReplace: mayReplace)
    isCommitted.withLock { $0 = true }
  }
}
