internal import Platform
internal import SysdiagnoseArchive

/// The file of one exported table while it is written.
final class TableFile {
  private let path: String
  private let file: OpenFile
  private let gzip: GzipEncoder?

  /// Creates the file, readable only by its owner.
  ///
  /// - Throws: `FileError` when it cannot be created.
  init(_ path: String, isCompressed: Bool) throws(FileError) {
    self.path = path
    do throws(SystemError) {
      file = try OpenFile.forWriting(path)
    } catch {
      throw FileError(.cannotBeWritten, path: path, error)
    }
    gzip = isCompressed ? GzipEncoder() : nil
  }

  /// Adds bytes.
  ///
  /// - Throws: `FileError` when they cannot be written.
  func write(_ bytes: [UInt8]) throws(FileError) {
    guard !bytes.isEmpty else { return }
    guard let gzip else { return try put(bytes) }
    guard let compressed = bytes.withUnsafeBytes({ gzip.add($0) }) else {
      throw FileError(.cannotBeWritten, path: path)
    }
    try put(compressed)
  }

  /// Ends the file and flushes it to the disk.
  ///
  /// - Throws: `FileError` when it cannot be written.
  func finish() throws(FileError) {
    if let gzip {
      guard let rest = gzip.finish() else { throw FileError(.cannotBeWritten, path: path) }
      try put(rest)
    }
    do throws(SystemError) {
      try file.synchronize()
    } catch {
      throw FileError(.cannotBeWritten, path: path, error)
    }
  }

  private func put(_ bytes: [UInt8]) throws(FileError) {
    let failure = bytes.withUnsafeBytes { bytes -> SystemError? in
      do throws(SystemError) {
        try file.write(bytes)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw FileError(.cannotBeWritten, path: path, failure) }
  }
}
