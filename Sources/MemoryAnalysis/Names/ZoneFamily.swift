public import MemorySections

extension Zone {
  /// The zone's name without its heap's alias: one name for one thing across releases.
  ///
  /// In one build a leak moved from `data.kalloc.1024` to `data_shared.kalloc.1024`; the family is
  /// the same. Aliases are data (`Resources/DictionaryData.swift`).
  public var family: String { NameDictionary.standard.family(of: name) }
}
