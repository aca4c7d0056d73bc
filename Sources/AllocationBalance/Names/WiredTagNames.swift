/// What the rows of the wired table are, in plain words (`Resources/wired-tags.json`).
///
/// Source: `formats.md` §1.8.
enum WiredTagNames {
  /// A row's meaning; nil for one that is not in the dictionary, such as a kext's.
  static func meaning(of row: String) -> String? { meanings[row] }

  static let meanings =
    EmbeddedData.decode([String: String].self, from: PackageResources.wired_tags_json) ?? [:]
}
