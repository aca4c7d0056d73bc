#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import Platform
internal import Synchronization

/// A file that appears complete or not at all: it is written under a temporary name beside its place.
public final class ReplacedFile: Sendable {
  private let path: String
  private let temporaryPath: String
  private let descriptor: Int32
  private let mayReplace: Bool
  private let isCommitted = Mutex(false)

  /// Creates the temporary file, readable by its owner only.
  ///
  /// - Parameters:
  ///   - path: the place of the finished file.
  ///   - mayReplace: whether a file or link at `path` is replaced.
  /// - Throws: `FileError` when `path` exists and may not be replaced, or cannot be created.
  public init(_ path: String, mayReplace: Bool) throws(FileError) {
    self.path = path
    self.mayReplace = mayReplace
    try FilePlacing.check(path, mayReplace: mayReplace)
    var template = Array("\(path).partial-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    let name = template.dropLast().map(UInt8.init(bitPattern:))
    temporaryPath = String(decoding: name, as: UTF8.self)
    guard descriptor >= 0 else {
      throw FileError(.cannotBeWritten, path: path, errno)
    }
  }

  deinit {
    close(descriptor)
    if !isCommitted.withLock({ $0 }) { unlink(temporaryPath) }
  }

  /// Writes more bytes to the temporary file.
  ///
  /// - Throws: `FileError` when they cannot be written.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    if let error = FileWriting.write(bytes, to: descriptor) {
      throw FileError(.cannotBeWritten, path: path, error)
    }
  }

  /// Moves the file to its place. Without this call it vanishes.
  ///
  /// - Throws: `FileError` when the place is taken or cannot be written.
  public func commit() throws(FileError) {
    guard fsync(descriptor) == 0 else {
      throw FileError(.cannotBeWritten, path: path, errno)
    }
    try FilePlacing.place(temporaryPath, at: path, mayReplace: mayReplace)
    isCommitted.withLock { $0 = true }
  }
}
