/// Remembers the members that were read, to find a path that the archive holds again.
///
/// Only members that a caller wants bytes of are remembered, which are few.
struct MemberContents {
  private struct Content: Equatable {
    let size: Int
    let checksum: UInt32
  }

  private var known: [[UInt8]: Content] = [:]
  private static let mostKnown = 10_000

  /// Takes a member that was read whole; keeps a problem when its path was there before with other
  /// content.
  mutating func note(
    _ member: ArchiveMember, size: Int, checksum: UInt32, in record: inout ScanRecord
  ) {
    // Not the text: Swift takes two Unicode spellings of a name for one, a file system need not.
    let path = Array(member.path.utf8)
    let content = Content(size: size, checksum: checksum)
    guard let first = known[path] else {
      if known.count < Self.mostKnown { known[path] = content }
      return
    }
    guard first != content else { return }
    record.note(
      .duplicateMember,
      "the archive holds this path again, with other content; the first that can be read is used",
      member: member.path)
  }
}
