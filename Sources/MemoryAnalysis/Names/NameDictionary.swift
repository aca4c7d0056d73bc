internal import MemorySections

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The dictionary of names that Apple's memory tools print: zones, tags, counters, categories.
///
/// It is data (`Resources/DictionaryData.swift`), built into the program and decoded when a name is
/// first looked up. Sections are explained by their own descriptors.
public struct NameDictionary: Sendable {
  /// The program's own dictionary.
  public static let standard = NameDictionary(
    (try? JSONDecoder().decode(Content.self, from: Data(DictionaryData.json.utf8)))
      ?? Content(families: [], entries: []))

  /// All entries, in the order of the data, then those of the sections.
  public let entries: [NameEntry]

  let families: [Family]
  private let places: [String: Int]
  private let patterns: [(pattern: NamePattern, place: Int)]

  /// What the resource holds.
  struct Content: Decodable {
    let families: [Family]
    let entries: [NameEntry]
  }

  /// A beginning of zone names and what stands for it.
  struct Family: Decodable {
    let prefix: String
    let family: String
  }

  init(_ content: Content) {
    entries = content.entries + SectionKind.allCases.map { NameEntry($0.descriptor) }
    families = content.families
    var places: [String: Int] = [:]
    var patterns: [(pattern: NamePattern, place: Int)] = []
    for (place, entry) in entries.enumerated() {
      for name in [entry.name] + entry.aliases {
        places[Self.key(name)] = place
        if let pattern = NamePattern(Self.key(name)) { patterns.append((pattern, place)) }
      }
    }
    self.places = places
    self.patterns = patterns.sorted { $0.pattern.fixedCount > $1.pattern.fixedCount }
  }

  /// A zone's name with the alias of its heap replaced: one name for what is one thing.
  public func family(of zone: String) -> String {
    for alias in families where zone.hasPrefix(alias.prefix) {
      return alias.family + zone.dropFirst(alias.prefix.count)
    }
    return zone
  }

  /// The entry of exactly this name or alias, without patterns.
  public func entry(named name: String) -> NameEntry? {
    places[Self.key(name)].map { entries[$0] }
  }

  /// Looks a name up: as it stands, by pattern, as one cut short, by number, in another case.
  ///
  /// - Parameter name: a name as a tool prints it; zprint's `.` for a blank and `$` for the rest
  ///   of a name that it cut short are understood.
  /// - Returns: the entry, several that it may be, or the nearest names.
  public func answer(for name: String) -> NameAnswer {
    guard !name.isEmpty, name.utf8.count <= Self.longest else { return .unknown(nearest: []) }
    let isCut = name.hasSuffix("$")
    let key = Self.key(isCut ? String(name.dropLast()) : name)
    let isMaybeCut = isCut || Self.widths.contains(key.utf8.count)
    if !isCut, let entry = entry(named: key) {
      return found([entry], Self.key(entry.name) == key ? .name : .alias)
    }
    if isCut, let answer = truncated(key) { return answer }
    if let place = patterns.first(where: { $0.pattern.matches(key) })?.place {
      return found([entries[place]], .pattern)
    }
    if isMaybeCut, let answer = truncated(key) { return answer }
    let numbered = entries.filter { $0.numbers.contains { $0.prefix { $0 != " " } == key } }
    if !numbered.isEmpty { return found(numbered, .number) }
    let folded = inAnyCase(key.lowercased())
    if !folded.isEmpty { return found(folded, .caseInsensitive) }
    return .unknown(nearest: NameSuggestions(entries).nearest(to: key))
  }

  private func found(_ found: [NameEntry], _ way: NameMatch.Way) -> NameAnswer {
    guard found.count == 1, let entry = found.first else {
      return .ambiguous(found.map(\.printedName))
    }
    return .found(NameMatch(entry: entry, way: way))
  }

  /// Entries with a name that begins like this; nil when there are none.
  private func truncated(_ beginning: String) -> NameAnswer? {
    guard beginning.utf8.count >= Self.shortestBeginning else { return nil }
    let begun = entries.filter { entry in
      ([entry.name] + entry.aliases).contains { Self.key($0).hasPrefix(beginning) }
    }
    return begun.isEmpty ? nil : found(begun, .truncated)
  }

  private func inAnyCase(_ key: String) -> [NameEntry] {
    let same = Set(places.filter { $0.key.lowercased() == key }.values)
    if !same.isEmpty { return same.sorted().map { entries[$0] } }
    let fitting = entries.first { entry in
      ([entry.name] + entry.aliases).contains {
        NamePattern(Self.key($0).lowercased())?.matches(key) ?? false
      }
    }
    return fitting.map { [$0] } ?? []
  }

  /// A name with zprint's dots in place of blanks.
  private static func key(_ name: String) -> String {
    String(name.map { $0 == " " ? "." : $0 })
  }

  /// zprint cuts names to 17 characters up to 10.13.3, to 24 in any release.
  private static let widths = [17, 24]
  private static let shortestBeginning = 8
  /// Longer than any name that the kernel has.
  private static let longest = 512
}

extension NameEntry {
  /// The name as it is written for people: `N` for a number.
  public var printedName: String { Self.printed(name) }

  /// The other names as they are written for people.
  public var printedAliases: [String] { aliases.map(Self.printed) }

  static func printed(_ name: String) -> String { String(name.map { $0 == "#" ? "N" : $0 }) }
}
