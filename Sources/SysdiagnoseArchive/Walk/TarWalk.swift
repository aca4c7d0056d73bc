import CArchive

/// One pass through the members of a tar.
struct TarWalk {
  private(set) var record: ScanRecord

  private var contents = MemberContents()
  private let handle: ReadHandle
  private let feed: TarFeed
  private let limits: ArchiveLimits
  private let archive: String

  init(_ feed: TarFeed, limits: ArchiveLimits, archive: String) throws(ArchiveError) {
    self.feed = feed
    self.limits = limits
    self.archive = archive
    record = ScanRecord(limits: limits)
    handle = try ReadHandle(archive: archive, blocks: PaxFilter(feed))
    try handle.require(archive_read_support_format_tar(handle.pointer))
    // On a Mac, libarchive would merge `._NAME` into `NAME`; elsewhere it does not.
    try handle.require(archive_read_set_option(handle.pointer, "tar", "mac-ext", nil))
  }

  /// Visits every member until the end, a stop, a limit, or a fatal fault.
  mutating func run(_ choose: (ArchiveMember) -> MemberChoice) throws(ArchiveError) {
    if handle.open() == .ok {
      while takeNext(choose) {}
    } else {
      endAfterFatal(code: .tarHeader)
    }
    try checkThatThereWasSomething()
  }

  /// Reads one header and its member; false at the end.
  private mutating func takeNext(_ choose: (ArchiveMember) -> MemberChoice) -> Bool {
    var entry: OpaquePointer?
    let result = LibarchiveResult(code: archive_read_next_header(handle.pointer, &entry))
    switch result {
    case .ok, .warning:
      guard let entry else { return false }
      return take(EntryHeader(entry), isOdd: result == .warning, choose)
    case .end:
      endOfTar()
      return false
    case .retry, .failed:
      // Each attempt consumes a block; the limit on entries bounds the attempts.
      guard record.admitEntry() else { return false }
      record.note(.corrupt(.tarHeader, handle.message))
      return true
    case .fatal:
      endAfterFatal(code: .tarHeader)
      return false
    }
  }

  private mutating func take(
    _ header: EntryHeader, isOdd: Bool, _ choose: (ArchiveMember) -> MemberChoice
  ) -> Bool {
    guard record.admitEntry(header.member?.path) else { return false }
    guard let member = header.member else {
      record.note(.memberName, "an entry without a readable name was skipped")
      return skipData(of: nil)
    }
    guard record.admit(member) else { return false }
    if isOdd { noteWarning(on: member, header) }
    if member.isMacMetadata {
      return record.admits(bytes: member.size ?? 0, of: member) && skipData(of: member)
    }
    switch choose(member) {
    case .stop:
      record.worsen(to: .stoppedEarly)
      return false
    case .read(let sink) where member.kind == .file:
      guard record.admits(bytes: member.size ?? 0, of: member) else {
        sink.end(isWhole: false)
        return false
      }
      return deliver(member, to: sink)
    case .skip, .read:
      return record.admits(bytes: member.size ?? 0, of: member) && skipData(of: member)
    }
  }

  /// Ignores libarchive's warning about non-ASCII names in the C locale; nothing is lost.
  private mutating func noteWarning(on member: ArchiveMember, _ header: EntryHeader) {
    let message = handle.message
    if header.isNameSound, message.contains("can't be converted") { return }
    record.note(.warning, message, member: member.path)
  }

  private mutating func deliver(_ member: ArchiveMember, to sink: any MemberSink) -> Bool {
    var delivery = MemberDelivery(member, handle: handle)
    let ending = delivery.run(to: sink, record: &record)
    sink.end(isWhole: ending.isWhole)
    if case .whole = ending { note(member, delivery) }
    switch ending {
    case .whole, .holed: return true
    case .enough: return skipData(of: member)
    case .damaged:
      record.note(.corrupt(.memberDamaged, handle.message), member: member.path)
      return true
    case .stopped:
      record.worsen(to: .stoppedEarly)
      return false
    case .limited: return false
    case .fatal:
      endAfterFatal(code: .memberDamaged, member: member)
      return false
    }
  }

  private mutating func note(_ member: ArchiveMember, _ delivery: MemberDelivery) {
    contents.note(
      member, size: delivery.delivered, checksum: delivery.checksum, in: &record)
  }

  private mutating func skipData(of member: ArchiveMember?) -> Bool {
    switch LibarchiveResult(code: archive_read_data_skip(handle.pointer)) {
    case .ok, .warning, .end, .retry: return true
    case .failed:
      record.note(.corrupt(.memberDamaged, handle.message), member: member?.path)
      return true
    case .fatal:
      endAfterFatal(code: .memberDamaged, member: member)
      return false
    }
  }

  private mutating func endOfTar() {
    if handle.sawEnd, !feed.endsInZeros {
      record.note(.truncated("the tar ends without its end mark"))
    }
    let (firstData, fault) = handle.drain()
    if let firstData {
      record.note(
        .corrupt(
          .trailingData,
          "data follows the end of the tar, at byte \(firstData): behind zeros in place of a header"
            + " there may be members"))
    }
    if let fault { record.note(fault) }
  }

  /// Prefers the stream's error; it is closer to the cause than the tar reader's.
  private mutating func endAfterFatal(code: ArchiveProblem.Code, member: ArchiveMember? = nil) {
    if let fault = handle.fault {
      record.note(fault, member: member?.path)
    } else if handle.sawEnd {
      record.note(.truncated(handle.message), member: member?.path)
    } else {
      record.note(.corrupt(code, handle.message), member: member?.path)
    }
  }

  private func checkThatThereWasSomething() throws(ArchiveError) {
    guard record.membersSeen == 0, record.outcome == .truncated || record.outcome == .corrupt
    else { return }
    let detail = record.firstMessage
    // After an unreadable first header, the checksum tells damage from a foreign format.
    let fault = handle.fault ?? feed.drain(atMost: Self.blocksToJudge)
    switch fault?.outcome {
    case _ where fault?.code == .unreadable:
      throw ArchiveError(.unreadable, archive: archive, detail: fault?.message)
    case .truncated: throw ArchiveError(.truncated, archive: archive, detail: fault?.message)
    case .corrupt: throw ArchiveError(.corrupt, archive: archive, detail: fault?.message)
    case .complete, .stoppedEarly, .limited, nil:
      throw ArchiveError(
        feed.bytesProduced == 0 ? .empty : .notAnArchive, archive: archive, detail: detail)
    }
  }

  private static let blocksToJudge = 64
}
