internal import Platform
internal import SysdiagnoseIngest

/// Where a command's data goes.
protocol OutputDestination: Sendable {
  /// Writes more.
  ///
  /// - Throws: `CommandFailure` or `FileError` when it cannot be written.
  func write(_ bytes: UnsafeRawBufferPointer) throws

  /// Commits the output; a file replaces its target atomically.
  ///
  /// - Throws: `FileError` when the file cannot take its place.
  func commit() throws
}

extension OutputDestination {
  /// Writes bytes.
  ///
  /// - Throws: `CommandFailure` or `FileError` when they cannot be written.
  func write(_ bytes: [UInt8]) throws {
    guard !bytes.isEmpty else { return }
    try bytes.withUnsafeBytes { try write($0) }
  }

  /// Writes text as UTF-8.
  ///
  /// - Throws: `CommandFailure` or `FileError` when it cannot be written.
  func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }
}

/// Standard output.
struct StandardOutput: OutputDestination {
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    do throws(SystemError) {
      try OpenFile.standardOutput.write(bytes)
    } catch {
      throw CommandFailure("standard output cannot be written: \(error)")
    }
  }

  func commit() {}
}

extension ReplacedFile: OutputDestination {}
