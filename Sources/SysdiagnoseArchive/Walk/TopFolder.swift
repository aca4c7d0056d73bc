/// Finds the first path component shared by all members.
struct TopFolder {
  private var candidate: String?
  private var isShared = true

  /// The shared component; nil when there is none.
  var name: String? { isShared ? candidate : nil }

  mutating func take(_ member: ArchiveMember) {
    let components = member.components
    guard let first = components.first else { return }
    // macOS's tar stores the extended attributes of the top folder in a file beside it.
    if components.count == 1, first.hasPrefix("._") { return }
    if components.count == 1, member.kind != .folder { isShared = false }
    if let candidate {
      if candidate != first { isShared = false }
    } else {
      candidate = String(first)
    }
  }
}
