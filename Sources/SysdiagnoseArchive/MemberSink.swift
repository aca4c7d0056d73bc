/// A sink's answer to a piece of a member.
public enum MemberDemand: Sendable {
  /// Send the next piece.
  case more
  /// Skip the rest of this member and continue with the next one.
  case skipRest
  /// Stop the scan with ``ArchiveScan/Outcome/stoppedEarly``.
  case stop
}

/// A receiver of one member's bytes.
public protocol MemberSink: AnyObject {
  /// Takes the next piece of the member, in order and without gaps.
  ///
  /// - Parameter bytes: The piece, valid only during the call.
  /// - Returns: What the sink wants next.
  func receive(_ bytes: RawSpan) -> MemberDemand

  /// Ends the member; called exactly once per member read.
  ///
  /// - Parameter isWhole: False when the member was cut short: by the end of the file, by damage,
  ///   by a hole or by a limit. True when every byte was delivered, and when the sink itself
  ///   skipped the rest. A gzip checksum is known only at the archive's end. Bytes of a whole
  ///   member are therefore verified only when the scan's outcome is
  ///   ``ArchiveScan/Outcome/complete``.
  func end(isWhole: Bool)
}

/// What to do with a member.
public enum MemberChoice {
  /// Skip it.
  case skip
  /// Send its bytes to a sink.
  ///
  /// Only a regular file has bytes. For other kinds this equals ``skip``, and the sink is not
  /// called.
  case read(any MemberSink)
  /// End the scan before this member.
  case stop
}
