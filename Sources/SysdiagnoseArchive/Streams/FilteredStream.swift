import CArchive

/// The bytes of a file in any compression except gzip, or in none, inflated by libarchive.
///
/// libarchive only inflates here, with its `raw` format. ``TarWalk`` reads the tar inside as it
/// does for gzip. Limits, draining and faults are thus the same for every compression.
final class FilteredStream: BlockSource {
  var bytesRead: Int { source.bytesRead }

  private let source: ByteSource
  private let handle: ReadHandle
  private var isOpen = false
  private var ending: Block?

  init(_ source: ByteSource) throws(ArchiveError) {
    self.source = source
    handle = try ReadHandle(archive: source.name, blocks: source)
    // Not `filter_all`: some of its filters run other programs.
    let setups = [
      archive_read_support_filter_bzip2, archive_read_support_filter_compress,
      archive_read_support_filter_lz4, archive_read_support_filter_lzip,
      archive_read_support_filter_lzma, archive_read_support_filter_xz,
      archive_read_support_filter_zstd,
    ]
    for setup in setups where Self.isBuiltIn(setup) {
      try handle.require(setup(handle.pointer))
    }
    try handle.require(archive_read_support_format_raw(handle.pointer))
    // The raw format rejects an empty stream.
    try handle.require(archive_read_support_format_empty(handle.pointer))
  }

  /// Tries a filter on a separate reader.
  ///
  /// libarchive registers filters that it was built without, and runs an external program for them.
  private static func isBuiltIn(_ setup: (OpaquePointer?) -> Int32) -> Bool {
    guard let trial = archive_read_new() else { return false }
    defer { archive_read_free(trial) }
    return LibarchiveResult(code: setup(trial)) == .ok
  }

  func next() -> Block {
    if let ending { return ending }
    if !isOpen, let fault = open() { return finish(.fault(fault)) }
    if let ending { return ending }
    var pointer: UnsafeRawPointer?
    var count = 0
    var offset: la_int64_t = 0
    while true {
      switch LibarchiveResult(
        code: archive_read_data_block(handle.pointer, &pointer, &count, &offset))
      {
      case .ok, .warning:
        if count > 0 {
          return .bytes(UnsafeRawBufferPointer(start: pointer, count: count))
        }
      case .end: return finish(endOfData)
      case .retry, .failed, .fatal: return finish(.fault(fault))
      }
    }
  }

  private func open() -> StreamFault? {
    isOpen = true
    guard handle.open() == .ok else { return fault }
    var entry: OpaquePointer?
    switch LibarchiveResult(code: archive_read_next_header(handle.pointer, &entry)) {
    case .ok, .warning: return nil
    case .end:
      ending = .end
      return nil
    case .retry, .failed, .fatal: return fault
    }
  }

  /// libarchive stops at the end of a compressed stream, even if data follows.
  private var endOfData: Block {
    let (firstData, fault) = handle.drain()
    if let firstData {
      return .fault(
        .corrupt(
          .trailingData, "data follows the end of the compressed data, at byte \(firstData)"))
    }
    return fault.map { .fault($0) } ?? .end
  }

  private var fault: StreamFault {
    if let fault = handle.fault { return fault }
    return handle.sawEnd ? .truncated(handle.message) : .corrupt(.compressedData, handle.message)
  }

  private func finish(_ block: Block) -> Block {
    ending = block
    return block
  }
}
