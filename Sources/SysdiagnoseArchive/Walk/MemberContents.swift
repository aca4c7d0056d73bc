/// Records the members read, to detect duplicate paths.
///
/// Only members read by the caller are recorded; they are few.
struct MemberContents {
  private struct Content: Equatable {
    let size: Int
    let checksum: UInt32
  }

  private var known: [[UInt8]: Content] = [:]
  private static let mostKnown = 10_000

  /// Records a complete member, and a problem if its path occurred before with other content.
  mutating func note(
    _ member: ArchiveMember, size: Int, checksum: UInt32, in record: inout ScanRecord
  ) {
    // Bytes, not text: Swift equates Unicode spellings that a file system may distinguish.
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
