import CArchive

internal import Platform

/// A libarchive reader that takes its bytes from a block source.
final class ReadHandle {
  let pointer: OpaquePointer
  /// Whether libarchive asked for bytes after the end of the source.
  private(set) var sawEnd = false
  /// The source's fault, if libarchive met one.
  private(set) var fault: StreamFault?

  private var supplied = 0
  private var last = UnsafeRawBufferPointer(start: nil, count: 0)
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

  /// libarchive's message for the last fault.
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

  /// Reads the rest of the source after libarchive's end of the archive.
  ///
  /// - Returns: The offset of the first non-zero byte after the end, nil when all are zero; and the
  ///   fault in the rest, if any.
  func drain() -> (firstData: Int?, fault: StreamFault?) {
    let used = Int(clamping: archive_filter_bytes(pointer, -1))
    var rest = UnsafeRawBufferPointer(rebasing: last.suffix(max(0, supplied - used)))
    var firstData: Int?
    while true {
      if firstData == nil, let index = Self.firstData(in: rest) {
        firstData = supplied - rest.count + index
      }
      switch blocks.next() {
      case .bytes(let bytes):
        rest = bytes
        supplied += bytes.count
      case .end: return (firstData, nil)
      case .fault(let fault): return (firstData, fault)
      }
    }
  }

  /// The index of the first non-zero byte; the search takes eight bytes at a time.
  private static func firstData(in bytes: UnsafeRawBufferPointer) -> Int? {
    var index = 0
    while index + 8 <= bytes.count,
      bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) == 0
    {
      index += 8
    }
    return bytes[index...].firstIndex { $0 != 0 }
  }

  private func supply(
    _ archive: OpaquePointer?, _ buffer: UnsafeMutablePointer<UnsafeRawPointer?>
  ) -> la_ssize_t {
    switch blocks.next() {
    case .bytes(let bytes):
      last = bytes
      supplied += bytes.count
      buffer.pointee = bytes.baseAddress
      return bytes.count
    case .end:
      sawEnd = true
      return 0
    case .fault(let fault):
      self.fault = fault
      carchive_set_error(archive, SystemError.inputOutput.code, fault.message)
      return la_ssize_t(ARCHIVE_FATAL)
    }
  }
}
