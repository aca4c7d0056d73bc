internal import Platform

/// The raw bytes of a file or a pipe, in counted blocks.
final class ByteSource: BlockSource {
  static let blockBytes = 128 << 10
  /// How long a named pipe may stay empty before its first byte.
  ///
  /// Without this limit, a pipe without a writer would block for ever.
  static let patienceMilliseconds: Int32 = 2000

  /// The name used in errors.
  let name: String
  /// The size of the file in bytes at opening; nil for a pipe.
  let fileSize: Int?
  private(set) var bytesRead = 0

  private let file: OpenFile
  /// The file's status at opening; nil when the system gave none.
  private let status: FileStatus?
  private let buffer: UnsafeMutableRawBufferPointer
  private var peeked: Block?
  private var ending: Block?

  /// Reads from a descriptor that the caller keeps and closes.
  convenience init(borrowing descriptor: Int32, name: String) {
    let file = OpenFile(borrowing: descriptor)
    self.init(file, name: name, status: try? file.status())
  }

  private init(_ file: OpenFile, name: String, status: FileStatus?, isOwned: Bool = false) {
    self.file = file
    self.name = name
    self.status = status
    fileSize = isOwned && status?.kind == .file ? status?.size : nil
    buffer = .allocate(byteCount: Self.blockBytes, alignment: 64)
  }

  deinit {
    buffer.deallocate()
  }

  /// Opens a regular file, or a pipe with a writer.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - isMember: Whether the file was found in a folder; it must then be a regular file, not a
  ///     link.
  /// - Returns: The source of its bytes; the source closes the file.
  /// - Throws: ``ArchiveError`` when there is no such file or it may not be read.
  static func open(_ path: String, isMember: Bool = false) throws(ArchiveError) -> ByteSource {
    let file: OpenFile
    let status: FileStatus
    do throws(SystemError) {
      file = try OpenFile.forReading(path, followsLinks: !isMember)
      status = try file.status()
    } catch {
      throw ArchiveError(.unreadable, archive: path, detail: error.description)
    }
    switch status.kind {
    case .file: file.expectSequentialReading()
    case .pipe where !isMember && file.waitUntilReadable(milliseconds: patienceMilliseconds): break
    default: throw ArchiveError(.unsupported, archive: path)
    }
    return ByteSource(file, name: path, status: status, isOwned: true)
  }

  /// Refuses a device with bytes: a terminal, or one that never ends.
  ///
  /// - Throws: ``ArchiveError/Code/unsupported``.
  func requireNoDevice() throws(ArchiveError) {
    guard status?.kind == .characterDevice, case .bytes = peek() else { return }
    throw ArchiveError(.unsupported, archive: name)
  }

  /// Returns the first block without consuming it.
  func peek() -> Block {
    if let peeked { return peeked }
    let block = fill()
    peeked = block
    return block
  }

  func next() -> Block {
    let block = peeked ?? fill()
    peeked = nil
    bytesRead += block.bytes.count
    return block
  }

  /// How the file differs from its state at opening; nil when unchanged.
  ///
  /// If another program writes to the file, the bytes may be a mix of two states.
  var change: StreamFault? {
    guard let status, status.kind == .file else { return nil }
    if bytesRead < status.size { return .truncated("the file became shorter while it was read") }
    guard let now = try? file.status(), now == status else {
      return .truncated("the file changed while it was read")
    }
    return nil
  }

  /// Fills the whole buffer if possible; one read from a pipe returns little.
  private func fill() -> Block {
    if let ending { return ending }
    var filled = 0
    while filled < buffer.count, ending == nil {
      do throws(SystemError) {
        switch try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])) {
        case .bytes(let count): filled += count
        case .end: ending = .end
        case .nothingNow: wait()
        }
      } catch {
        ending = .fault(
          StreamFault(outcome: .truncated, code: .unreadable, message: error.description))
      }
    }
    guard filled > 0 else { return ending ?? .end }
    return .bytes(UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
  }

  /// Waits for a byte; a regular file without one is a system file that may never end.
  private func wait() {
    if status?.kind == .file {
      ending = .fault(
        StreamFault(
          outcome: .truncated, code: .unreadable,
          message: "not a regular file: reading it could block"))
    } else {
      _ = file.waitUntilReadable()
    }
  }
}
