#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The bytes of a file descriptor as they lie on disk, in blocks, counted.
final class ByteSource: BlockSource {
  static let blockBytes = 128 << 10

  /// The name that errors use.
  let name: String
  /// The size of the file in bytes; nil for a pipe.
  let fileSize: Int?
  private(set) var bytesRead = 0

  private let descriptor: Int32
  private let isOwned: Bool
  private let buffer: UnsafeMutableRawBufferPointer
  private var peeked: Block?
  private var ending: Block?

  /// Reads from a descriptor that stays the caller's.
  convenience init(borrowing descriptor: Int32, name: String) {
    self.init(descriptor, name: name)
  }

  private init(_ descriptor: Int32, name: String, ownsFileOf fileSize: Int? = nil) {
    self.descriptor = descriptor
    self.name = name
    self.fileSize = fileSize
    isOwned = fileSize != nil
    buffer = .allocate(byteCount: Self.blockBytes, alignment: 64)
  }

  deinit {
    if isOwned { _ = close(descriptor) }
    buffer.deallocate()
  }

  /// Opens a regular file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - followLinks: Whether `path` may be a link; in a walk through a folder it may not.
  /// - Returns: The source of its bytes; it closes the file.
  /// - Throws: ``ArchiveError`` when there is no file or it may not be read.
  static func open(_ path: String, followLinks: Bool = true) throws(ArchiveError) -> ByteSource {
    // Without O_NONBLOCK the open of a FIFO that nobody writes to would wait for ever.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followLinks ? 0 : O_NOFOLLOW)
    #if canImport(Darwin)
      let descriptor = Darwin.open(path, flags)
    #elseif canImport(Musl)
      let descriptor = Musl.open(path, flags)
    #else
      let descriptor = Glibc.open(path, flags)
    #endif
    guard descriptor >= 0 else {
      throw ArchiveError(.unreadable, archive: path, detail: SystemMessage.current)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, FileKind(mode: UInt32(status.st_mode)) == .file else {
      _ = close(descriptor)
      throw ArchiveError(.unsupported, archive: path)
    }
    readAhead(of: descriptor)
    return ByteSource(descriptor, name: path, ownsFileOf: Int(status.st_size))
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

  /// Fills the whole buffer where it can: a pipe gives little at a time.
  private func fill() -> Block {
    if let ending { return ending }
    var filled = 0
    while filled < buffer.count {
      let free = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = read(descriptor, free.baseAddress, free.count)
      if count > 0 {
        filled += count
      } else if count == 0 {
        ending = .end
        break
      } else if errno == EAGAIN {
        waitUntilReadable()
      } else if errno != EINTR {
        ending = .fault(
          StreamFault(outcome: .truncated, code: .unreadable, message: SystemMessage.current))
        break
      }
    }
    guard filled > 0 else { return ending ?? .end }
    return .bytes(UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
  }

  /// Tells the system that all of the file is read, front to back.
  private static func readAhead(of descriptor: Int32) {
    #if canImport(Darwin)
      _ = fcntl(descriptor, F_RDAHEAD, 1)
    #else
      _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    #endif
  }

  private func waitUntilReadable() {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&request, 1, -1)
  }
}
