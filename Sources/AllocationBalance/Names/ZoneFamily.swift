public import MemorySections

extension Zone {
  /// The zone's name with the alias of its heap replaced: what is one thing under several names.
  ///
  /// A leak moved from `data.kalloc.1024` to `data_shared.kalloc.1024` with a build: by family it
  /// is still the same leak. Aliases are data (`Resources/zone-families.json`).
  public var family: String { ZoneFamilies.family(of: name) }
}

/// Which beginnings of zone names stand for the same heap.
enum ZoneFamilies {
  static func family(of zone: String) -> String {
    for alias in aliases where zone.hasPrefix(alias.prefix) {
      return alias.family + zone.dropFirst(alias.prefix.count)
    }
    return zone
  }

  static let aliases =
    EmbeddedData.decode([Alias].self, from: PackageResources.zone_families_json) ?? []

  /// A beginning of zone names and what stands for it.
  struct Alias: Decodable {
    let prefix: String
    let family: String
  }
}
