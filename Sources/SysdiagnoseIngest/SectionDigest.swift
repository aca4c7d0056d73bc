internal import MemorySections
internal import Platform

/// The SHA-256 over an archive's sections; a store recognizes known content by it.
///
/// Each section contributes its kind and the SHA-256 of its bytes. These lines are sorted and
/// hashed again. The names of archive and members, their order and the compression do not matter.
struct SectionDigest {
  private var sections: [String] = []

  /// Adds a section.
  mutating func add(_ kind: SectionKind, _ hash: SHA256) {
    sections.append("\(kind.rawValue) \(hash.hexadecimal())\n")
  }

  /// The digest in hexadecimal; nil without sections.
  var text: String? {
    guard !sections.isEmpty else { return nil }
    let hash = SHA256()
    for line in sections.sorted() {
      Array(line.utf8).withUnsafeBytes { hash.update($0) }
    }
    return hash.hexadecimal()
  }
}
