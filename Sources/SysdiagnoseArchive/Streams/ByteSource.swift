internal import Platform

/// The bytes of a file or a pipe as they are, in blocks, counted.
final class ByteSource: BlockSource {
  static let blockBytes = 128 << 10
  /// How long a pipe that has a name may be without anything in it before its first byte.
  ///
  /// One that nobody writes to would be waited for without an end.
  static let patienceMilliseconds: Int32 = 2000

  /// The name that errors use.
  let name: String
  /// The size of the file in bytes when it was opened; nil for a pipe.
  let fileSize: Int?
  private(set) var bytesRead = 0

  private let file: OpenFile
  /// What the system said of the file when it was opened; nil when it said nothing.
  private let status: FileStatus?
  private let buffer: UnsafeMutableRawBufferPointer
  private var peeked: Block?
  private var ending: Block?

  /// Reads from a descriptor that stays the caller's.
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

  /// Opens a regular file, or a pipe that something writes to.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - isMember: Whether it was found in a folder: then it must be a regular file and no link.
  /// - Returns: The source of its bytes; it closes the file.
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

  /// Refuses a device that has bytes: a terminal, or one that gives them without an end.
  ///
  /// - Throws: ``ArchiveError/Code/unsupported``.
  func requireNoDevice() throws(ArchiveError) {
    guard status?.kind == .characterDevice, case .bytes = peek() else { return }
    throw ArchiveError(.unsupported, archive: name)
  }

  /// Looks at the first block without consuming it.
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

  /// How the file differs from what it was when it was opened; nil when it does not.
  ///
  /// Of a file that another program writes to, parts of two states may have been read.
  var change: StreamFault? {
    guard let status, status.kind == .file else { return nil }
    if bytesRead < status.size { return .truncated("the file became shorter while it was read") }
    guard let now = try? file.status(), now == status else {
      return .truncated("the file changed while it was read")
    }
    return nil
  }

  /// Fills the whole buffer where it can: a pipe gives little at a time.
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

  /// A regular file always has its next byte; one that does not is the system's and may never end.
  private func wait() {
    if status?.kind == .file {
      ending = .fault(
        StreamFault(
          outcome: .truncated, code: .unreadable,
          message: "not a regular file: its bytes would have to be waited for"))
    } else {
      _ = file.waitUntilReadable()
    }
  }
}
