/// What the rows of the wired table are, in a few words.
enum WiredTagNames {
  /// A row's title; nil for one that is not in the dictionary by name, such as a kext's.
  static func meaning(of row: String) -> String? {
    NameDictionary.standard.entry(named: row)?.title
  }
}
