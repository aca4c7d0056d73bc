internal import Platform
internal import Synchronization

/// A file that appears complete or not at all, written first under a temporary name beside it.
public final class ReplacedFile: Sendable {
  private let path: String
  private let temporaryPath: String
  private let file: OpenFile
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
    do throws(SystemError) {
      (file, temporaryPath) = try TemporaryPaths.create { () throws(SystemError) in
        let made = try OpenFile.temporary(beside: path)
        return (made.file, path: made.path)
      }
    } catch {
      throw FileError(.cannotBeWritten, path: path, error)
    }
  }

  deinit {
    if !isCommitted.withLock({ $0 }) { FilePath.remove(temporaryPath) }
    TemporaryPaths.forget([temporaryPath])
  }

  /// Writes more bytes to the temporary file.
  ///
  /// - Throws: `FileError` when they cannot be written.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    do throws(SystemError) {
      try file.write(bytes)
    } catch {
      throw FileError(.cannotBeWritten, path: path, error)
    }
  }

  /// Moves the file into place.
  ///
  /// Without this call the temporary file is removed.
  ///
  /// - Throws: `FileError` when the place is taken or cannot be written.
  public func commit() throws(FileError) {
    do throws(SystemError) {
      try file.synchronize()
    } catch {
      throw FileError(.cannotBeWritten, path: path, error)
    }
    try FilePlacing.place(temporaryPath, at: path, mayReplace: mayReplace)
    isCommitted.withLock { $0 = true }
  }
}
