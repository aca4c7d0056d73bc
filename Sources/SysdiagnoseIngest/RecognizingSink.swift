internal import MemorySections
internal import SysdiagnoseArchive

/// Holds back the beginning of a text until its section is recognized.
final class RecognizingSink: MemberSink {
  private let recognize: (TextHead) -> SectionKind?
  private let choose: (SectionKind) -> (any MemberSink)?
  private let refuse: () -> Void
  private var head: [UInt8] = []
  private var sink: (any MemberSink)?
  private var isDecided = false

  /// Creates a sink.
  ///
  /// - Parameters:
  ///   - member: the text. Its name decides if its content does not.
  ///   - recognize: returns the section of a text; nil when it is of none.
  ///   - choose: returns the sink for the recognized section; nil skips it.
  ///   - refuse: called when the text is not a section.
  init(
    _ member: ArchiveMember,
    recognize: @escaping (TextHead) -> SectionKind? = SectionCatalog.kind(of:),
    choose: @escaping (SectionKind) -> (any MemberSink)?,
    refuse: @escaping () -> Void
  ) {
    self.recognize = { recognize($0) ?? SectionCatalog.kind(ofMember: member.path) }
    self.choose = choose
    self.refuse = refuse
  }

  func receive(_ bytes: RawSpan) -> MemberDemand {
    if isDecided { return sink?.receive(bytes) ?? .stop }
    bytes.withUnsafeBytes { head.append(contentsOf: $0) }
    return head.count < TextHead.mostBytes ? .more : decide()
  }

  func end(isWhole: Bool) {
    let demand = isDecided ? .more : decide()
    if case .more = demand {
      sink?.end(isWhole: isWhole)
    } else {
      // A sink that stopped early is complete.
      sink?.end(isWhole: true)
    }
  }

  private func decide() -> MemberDemand {
    isDecided = true
    guard let kind = recognize(TextHead(head)) else {
      refuse()
      return .stop
    }
    sink = choose(kind)
    let held = head
    head = []
    guard let sink else { return .stop }
    return held.withUnsafeBytes { sink.receive($0.bytes) }
  }
}
