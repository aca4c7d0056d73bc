#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

import Synchronization

/// The bytes of a file descriptor as they lie on disk, in blocks, counted.
final class ByteSource: BlockSource {
  static let blockBytes = 256 << 10

  /// The name that errors use.
  let name: String
  /// The size of the file in bytes; nil for a pipe.
  let fileSize: Int?
  /// The bytes handed out so far; may be asked from another thread.
  var bytesRead: Int { handedOut.load(ordering: .relaxed) }

  private let handedOut = Atomic(0)
  private let descriptor: Int32
  private let isOwned: Bool
  private let buffer: UnsafeMutableRawBufferPointer
  private var peeked: Block?
  private var ending: Block?

  /// Reads from a descriptor that stays the caller's.
  init(borrowing descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    isOwned = false
    fileSize = nil
    buffer = .allocate(byteCount: Self.blockBytes, alignment: 64)
  }

  private init(owning descriptor: Int32, name: String, fileSize: Int) {
    self.descriptor = descriptor
    self.name = name
    self.fileSize = fileSize
    isOwned = true
    buffer = .allocate(byteCount: Self.blockBytes, alignment: 64)
  }

  deinit {
    if isOwned { _ = close(descriptor) }
    buffer.deallocate()
  }

  /// Opens a regular file; a walk through a folder must not follow links.
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
    return ByteSource(owning: descriptor, name: path, fileSize: Int(status.st_size))
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
    if case .bytes(let bytes) = block {
      handedOut.add(bytes.count, ordering: .relaxed)
    }
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

  private func waitUntilReadable() {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&request, 1, -1)
  }
}
