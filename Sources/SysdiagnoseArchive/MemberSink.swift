/// What a sink wants after it has seen a piece of a member.
public enum MemberDemand: Sendable {
  /// The next piece.
  case more
  /// No more of this member; the scan goes on with the next one.
  case skipRest
  /// Nothing more of the archive: the scan ends as ``ArchiveScan/Outcome/stoppedEarly``.
  case stop
}

/// A receiver of one member's bytes.
public protocol MemberSink: AnyObject {
  /// Takes the next piece of the member, in order and without gaps.
  ///
  /// - Parameter bytes: The piece, not copied: it is valid during the call only.
  /// - Returns: What the sink wants next.
  func receive(_ bytes: RawSpan) -> MemberDemand

  /// Tells that no more of the member comes; called exactly once per member read.
  ///
  /// - Parameter isWhole: False when the member was cut short: by the end of the file, by damage, by
  ///   a hole or by a limit. True when every byte was delivered, and also when the sink itself asked
  ///   for no more. A gzip checksum is known only at the archive's end, so bytes of a member that
  ///   was whole are verified only when the scan's outcome is ``ArchiveScan/Outcome/complete``.
  func end(isWhole: Bool)
}

/// What is to be done with a member.
public enum MemberChoice {
  /// Pass it over.
  case skip
  /// Send its bytes to a sink; for anything but a regular file this is the same as ``skip``, and the
  /// sink is not called at all.
  case read(any MemberSink)
  /// End the scan before this member.
  case stop
}
