public import MemorySections

extension Zone {
  /// The zone's name with the alias of its heap replaced: what is one thing under several names.
  ///
  /// A leak moved from `data.kalloc.1024` to `data_shared.kalloc.1024` with a build: by family it
  /// is still the same leak. Aliases are data (`Resources/dictionary.json`).
  public var family: String { NameDictionary.standard.family(of: name) }
}
