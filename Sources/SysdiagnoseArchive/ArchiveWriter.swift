import CArchive

internal import Platform

/// A writer of `.tar.gz` archives; the same members give the same bytes.
///
/// The file is created, or truncated when it exists. For all or nothing, write to a temporary name
/// and rename it after ``finish()``. A writer that is released earlier leaves an unfinished file
/// behind.
public final class ArchiveWriter {
  private static let pieceBytes = 256 << 10

  private let path: String
  private let handle: OpaquePointer
  private let file: OpenFile
  private var isOpen = true

  /// Creates the file, readable only by its owner.
  ///
  /// - Parameter path: Where to write; a symbolic link there is refused.
  /// - Throws: ``ArchiveError/Code/writeFailed`` when the file cannot be created,
  ///   ``ArchiveError/Code/libarchive`` when libarchive cannot be set up.
  public init(path: String) throws(ArchiveError) {
    let file: OpenFile
    do throws(SystemError) {
      file = try OpenFile.forWriting(path)
    } catch {
      throw ArchiveError(.writeFailed, archive: path, detail: error.description)
    }
    guard let handle = archive_write_new() else {
      throw ArchiveError(.libarchive, archive: path, detail: "out of memory")
    }
    self.path = path
    self.handle = handle
    self.file = file
    try require(archive_write_set_format_pax_restricted(handle), .libarchive)
    try require(archive_write_add_filter_gzip(handle), .libarchive)
    // The time of writing would make archives of the same members differ.
    try require(archive_write_set_options(handle, "gzip:!timestamp"), .libarchive)
    try require(archive_write_open_fd(handle, file.descriptor), .writeFailed)
  }

  deinit {
    archive_write_free(handle)
  }

  /// Adds a file from disk, read in pieces.
  ///
  /// - Parameters:
  ///   - name: The path inside the archive.
  ///   - size: The number of bytes to take from the source.
  ///   - modificationTime: The member's modification time, in seconds since 1970.
  ///   - source: The path of the file to read.
  /// - Throws: ``ArchiveError/Code/sourceChanged`` when the source holds less than `size` bytes,
  ///   ``ArchiveError/Code/unreadable`` or ``ArchiveError/Code/unsupported`` when it cannot be
  ///   read, ``ArchiveError/Code/writeFailed`` otherwise. The archive is unusable after an error.
  public func add(
    name: String, size: Int, modificationTime: Int, from source: String
  ) throws(ArchiveError) {
    let bytes = try ByteSource.open(source)
    try writeHeader(name: name, size: size, modificationTime: modificationTime)
    var left = size
    while left > 0 {
      switch bytes.next() {
      case .bytes(let block):
        let piece = UnsafeRawBufferPointer(rebasing: block.prefix(left))
        try write(piece, of: name)
        left -= piece.count
      case .end:
        throw ArchiveError(.sourceChanged, archive: source, member: name)
      case .fault(let fault):
        throw ArchiveError(.unreadable, archive: source, member: name, detail: fault.message)
      }
    }
    try finishEntry(name)
  }

  /// Adds a file from memory.
  ///
  /// - Parameters:
  ///   - name: The path inside the archive.
  ///   - modificationTime: The member's modification time, in seconds since 1970.
  ///   - bytes: The file's content.
  /// - Throws: ``ArchiveError/Code/writeFailed``.
  public func add(name: String, modificationTime: Int, bytes: [UInt8]) throws(ArchiveError) {
    try writeHeader(name: name, size: bytes.count, modificationTime: modificationTime)
    let failure = bytes.withUnsafeBytes { buffer -> ArchiveError? in
      do throws(ArchiveError) {
        try write(buffer, of: name)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
    try finishEntry(name)
  }

  /// Writes pending data and the end of the archive; nothing can be added afterwards.
  ///
  /// - Throws: ``ArchiveError/Code/writeFailed``.
  public func finish() throws(ArchiveError) {
    guard isOpen else { return }
    isOpen = false
    try require(archive_write_close(handle), .writeFailed)
    do throws(SystemError) {
      try file.synchronize()
    } catch {
      throw ArchiveError(.writeFailed, archive: path, detail: error.description)
    }
  }

  private func writeHeader(
    name: String, size: Int, modificationTime: Int
  ) throws(ArchiveError) {
    guard size >= 0, !name.isEmpty, let entry = archive_entry_new() else {
      throw ArchiveError(.writeFailed, archive: path, member: name, detail: "not a possible entry")
    }
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, name)
    archive_entry_set_filetype(entry, 0o100000)
    archive_entry_set_perm(entry, 0o600)
    archive_entry_set_size(entry, la_int64_t(size))
    archive_entry_set_mtime(entry, time_t(modificationTime), 0)
    // In the C locale libarchive warns of a non-ASCII name, but stores its bytes unchanged.
    switch LibarchiveResult(code: archive_write_header(handle, entry)) {
    case .ok, .warning: return
    case .end, .retry, .failed, .fatal: throw failure(name)
    }
  }

  private func write(_ bytes: UnsafeRawBufferPointer, of name: String) throws(ArchiveError) {
    var rest = bytes
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.pieceBytes))
      let written = archive_write_data(handle, piece.baseAddress, piece.count)
      guard written > 0 else { throw failure(name) }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
    }
  }

  private func finishEntry(_ name: String) throws(ArchiveError) {
    guard LibarchiveResult(code: archive_write_finish_entry(handle)) == .ok else {
      throw failure(name)
    }
  }

  private func require(_ code: Int32, _ kind: ArchiveError.Code) throws(ArchiveError) {
    guard LibarchiveResult(code: code) == .ok else {
      throw ArchiveError(kind, archive: path, detail: message)
    }
  }

  private func failure(_ name: String) -> ArchiveError {
    ArchiveError(.writeFailed, archive: path, member: name, detail: message)
  }

  private var message: String? { archive_error_string(handle).map { String(cString: $0) } }
}
