internal import MemorySections
internal import Platform

/// By what a store knows an archive's content again: the SHA-256 over its sections.
///
/// Each member that was read as a section gives its kind and the SHA-256 of its bytes; these, sorted,
/// are hashed again. So neither the archive's name nor its members' names, their order and the
/// compression matter.
struct SectionDigest {
  private var sections: [String] = []

  /// Takes a section's bytes into account.
  mutating func add(_ kind: SectionKind, _ hash: SHA256) {
    sections.append("\(kind.rawValue) \(hash.hexadecimal())\n")
  }

  /// The digest, in hexadecimal; nil when there is no section to know anything by.
  var text: String? {
    guard !sections.isEmpty else { return nil }
    let hash = SHA256()
    for line in sections.sorted() {
      Array(line.utf8).withUnsafeBytes { hash.update($0) }
    }
    return hash.hexadecimal()
  }
}
