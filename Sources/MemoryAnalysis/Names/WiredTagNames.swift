/// Short descriptions of the rows of the wired table.
enum WiredTagNames {
  /// A row's title; nil for a name that is not in the dictionary, such as a kext's.
  static func meaning(of row: String) -> String? {
    NameDictionary.standard.entry(named: row)?.title
  }
}
