/// One pass through a text outside any archive: it is its own only member.
struct TextWalk {
  private(set) var record: ScanRecord

  private let feed: TarFeed
  private let limits: ArchiveLimits
  private let name: String
  private let size: Int?

  /// The number of first bytes that are inspected.
  private static let bytesToJudge = 4096

  /// Whether bytes are the beginning of a text.
  ///
  /// Every tar has NUL bytes in its first header, and every compressed file begins with control
  /// characters. A pasted text may contain terminal escapes.
  static func isText(_ bytes: UnsafeRawBufferPointer) -> Bool {
    !bytes.isEmpty
      && bytes.prefix(bytesToJudge).allSatisfy { byte in
        switch byte {
        case 0x08...0x0D, 0x1B, 0x20...: true
        default: false
        }
      }
  }

  /// Prepares the walk and reads nothing yet.
  ///
  /// - Parameters:
  ///   - feed: the text's bytes after decompression.
  ///   - limits: upper bounds for the scan.
  ///   - name: the name of the only member.
  ///   - size: the file's size in bytes; nil when there is none.
  init(_ feed: TarFeed, limits: ArchiveLimits, name: String, size: Int?) {
    self.feed = feed
    self.limits = limits
    self.name = name
    self.size = size
    record = ScanRecord(limits: limits)
  }

  /// Offers the only member and sends its bytes to the chosen sink.
  mutating func run(_ choose: (ArchiveMember) -> MemberChoice) {
    let member = ArchiveMember(
      path: name, kind: .file, size: size, modificationTime: nil, isBareText: true)
    guard record.admitEntry(name), record.admit(member) else { return }
    switch choose(member) {
    case .stop: record.worsen(to: .stoppedEarly)
    case .skip: break
    case .read(let sink): sink.end(isWhole: deliver(member, to: sink))
    }
  }

  /// Sends the text to a sink; false when it was cut short.
  private mutating func deliver(_ member: ArchiveMember, to sink: any MemberSink) -> Bool {
    while true {
      switch feed.next() {
      case .end: return true
      case .fault(let fault):
        record.note(fault, member: member.path)
        return false
      case .bytes(let bytes):
        guard record.admits(bytes: feed.bytesProduced, of: member) else { return false }
        guard case .more = sink.receive(bytes.bytes) else {
          record.worsen(to: .stoppedEarly)
          return true
        }
      }
    }
  }
}
