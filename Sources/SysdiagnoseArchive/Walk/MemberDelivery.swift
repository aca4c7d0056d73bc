import CArchive

/// The delivery of one tar member's bytes to a sink.
struct MemberDelivery {
  enum Ending {
    /// Every byte was delivered.
    case whole
    /// The sink skipped the rest of this member.
    case enough
    /// The sink stopped the scan.
    case stopped
    /// The bytes are not contiguous.
    case holed
    /// The member is damaged; the next one may be intact.
    case damaged
    /// A limit was met.
    case limited
    /// Nothing more can be read.
    case fatal

    var isWhole: Bool {
      switch self {
      case .whole, .enough, .stopped: true
      case .holed, .damaged, .limited, .fatal: false
      }
    }
  }

  private let member: ArchiveMember
  private let handle: ReadHandle
  /// The CRC-32 of the bytes so far.
  private(set) var checksum: UInt32 = 0

  /// The number of bytes so far.
  private(set) var delivered = 0

  private var emptyBlocks = 0

  private static let mostEmptyBlocks = 1000

  init(_ member: ArchiveMember, handle: ReadHandle) {
    self.member = member
    self.handle = handle
  }

  mutating func run(to sink: any MemberSink, record: inout ScanRecord) -> Ending {
    var pointer: UnsafeRawPointer?
    var count = 0
    var offset: la_int64_t = 0
    while true {
      switch LibarchiveResult(
        code: archive_read_data_block(handle.pointer, &pointer, &count, &offset))
      {
      case .ok, .warning:
        if count == 0, offset == la_int64_t(delivered) {
          // Harmless once, but a broken entry could return empty blocks without end.
          emptyBlocks += 1
          if emptyBlocks > Self.mostEmptyBlocks { return .damaged }
          continue
        }
        guard offset == la_int64_t(delivered) else { return holed(&record) }
        guard record.admits(bytes: delivered + count, of: member) else { return .limited }
        delivered += count
        let bytes = UnsafeRawBufferPointer(start: pointer, count: count)
        checksum = GzipEngineKind.checksum(checksum, bytes)
        switch sink.receive(bytes.bytes) {
        case .more: continue
        case .skipRest: return .enough
        case .stop: return .stopped
        }
      case .end:
        guard let size = member.size, size != delivered else { return .whole }
        return holed(&record)
      case .retry, .failed: return .damaged
      case .fatal: return .fatal
      }
    }
  }

  private func holed(_ record: inout ScanRecord) -> Ending {
    record.note(
      .sparse, "only the first \(delivered) bytes are in one piece", member: member.path)
    return .holed
  }
}
