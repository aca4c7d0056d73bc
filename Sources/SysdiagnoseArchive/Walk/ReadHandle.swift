import CArchive

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A libarchive reader that takes its bytes from a block source.
final class ReadHandle {
  let pointer: OpaquePointer
  /// Whether libarchive was told that the source has no more bytes: it wanted some then.
  private(set) var sawEnd = false
  /// The fault of the source that libarchive ran into.
  private(set) var fault: StreamFault?

  private let archive: String
  private let blocks: any BlockSource

  init(archive: String, blocks: any BlockSource) throws(ArchiveError) {
    guard let pointer = archive_read_new() else {
      throw ArchiveError(.libarchive, archive: archive, detail: "out of memory")
    }
    self.pointer = pointer
    self.archive = archive
    self.blocks = blocks
  }

  deinit {
    archive_read_free(pointer)
  }

  /// libarchive's words for the last fault.
  var message: String {
    archive_error_string(pointer).map { String(cString: $0) } ?? "libarchive gave no reason"
  }

  var setupError: ArchiveError { ArchiveError(.libarchive, archive: archive, detail: message) }

  func require(_ code: Int32) throws(ArchiveError) {
    guard LibarchiveResult(code: code) == .ok else { throw setupError }
  }

  /// Opens the archive; the handle must outlive every further call.
  func open() -> LibarchiveResult {
    let state = Unmanaged.passUnretained(self).toOpaque()
    return LibarchiveResult(
      code: archive_read_open(
        pointer, state, nil,
        { archive, state, buffer in
          guard let state, let buffer else { return la_ssize_t(ARCHIVE_FATAL) }
          return Unmanaged<ReadHandle>.fromOpaque(state).takeUnretainedValue()
            .supply(archive, buffer)
        }, nil))
  }

  private func supply(
    _ archive: OpaquePointer?, _ buffer: UnsafeMutablePointer<UnsafeRawPointer?>
  ) -> la_ssize_t {
    switch blocks.next() {
    case .bytes(let bytes):
      buffer.pointee = bytes.baseAddress
      return bytes.count
    case .end:
      sawEnd = true
      return 0
    case .fault(let fault):
      self.fault = fault
      carchive_set_error(archive, EIO, fault.message)
      return la_ssize_t(ARCHIVE_FATAL)
    }
  }
}
