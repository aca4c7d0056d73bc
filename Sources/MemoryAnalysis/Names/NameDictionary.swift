internal import MemorySections

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The names printed by Apple's memory tools: zones, tags, counters, categories.
///
/// The dictionary is data (`Resources/DictionaryData.swift`), built into the program and decoded on
/// first use. Sections are explained by their own descriptors, the words of reports by
/// `Resources/ReportTermData.swift`.
public struct NameDictionary: Sendable {
  /// The program's own dictionary.
  public static let standard = NameDictionary([
    content(DictionaryData.json), content(ReportTermData.json),
  ])

  /// All entries: those of the data in order, then words of reports, then the sections.
  public let entries: [NameEntry]
  /// The shipped rules as entries, made when they are first asked for: few names are a finding's.
  private static let findings = RuleSet.shipped.rules.map { NameEntry($0) }

  let families: [Family]
  /// The first bytes of their prefixes.
  private let familyStarts: [UInt8]
  private let places: [String: Int]
  private let patterns: [(pattern: NamePattern, place: Int)]

  /// The content of the resource.
  struct Content: Decodable {
    let families: [Family]
    let entries: [NameEntry]
  }

  /// A prefix of zone names and its replacement.
  struct Family: Decodable {
    let prefix: String
    let family: String
  }

  private static func content(_ json: String) -> Content {
    (try? JSONDecoder().decode(Content.self, from: Data(json.utf8)))
      ?? Content(families: [], entries: [])
  }

  init(_ contents: [Content]) {
    entries =
      contents.flatMap(\.entries) + SectionKind.allCases.map { NameEntry($0.descriptor) }
    families = contents.flatMap(\.families)
    familyStarts = Set(families.compactMap(\.prefix.utf8.first)).sorted()
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

  /// A zone's name without its heap's alias: one name for one thing across releases.
  public func family(of zone: String) -> String {
    // By bytes: few names begin with any of them, and characters take longer to find.
    let bytes = zone.utf8
    guard let first = bytes.first, familyStarts.contains(first) else { return zone }
    for alias in families where bytes.starts(with: alias.prefix.utf8) {
      return alias.family
        + String(decoding: bytes.dropFirst(alias.prefix.utf8.count), as: UTF8.self)
    }
    return zone
  }

  /// The entry with exactly this name or alias, without patterns.
  public func entry(named name: String) -> NameEntry? {
    places[Self.key(name)].map { entries[$0] }
  }

  /// Looks a name up: exactly, by pattern, as truncated, by number, then ignoring case.
  ///
  /// - Parameter name: a name as a tool prints it. zprint's `.` for a blank and `$` for the rest of
  ///   a truncated name are understood.
  /// - Returns: the entry, several candidates, or the nearest names.
  public func answer(for name: String) -> NameAnswer {
    guard !name.isEmpty, name.utf8.count <= Self.longest else { return .unknown(nearest: []) }
    let isCut = name.hasSuffix("$")
    let key = Self.key(isCut ? String(name.dropLast()) : name)
    let isMaybeCut = isCut || Self.widths.contains(key.utf8.count)
    if !isCut, let entry = entry(named: key) {
      return found([entry], Self.key(entry.name) == key ? .name : .alias)
    }
    if isCut, let answer = truncated(key) { return answer }
    if let finding = Self.findings.first(where: { $0.name == key.lowercased() }) {
      return found([finding], finding.name == key ? .name : .caseInsensitive)
    }
    if let place = patterns.first(where: { $0.pattern.matches(key) })?.place {
      return found([entries[place]], .pattern)
    }
    if isMaybeCut, let answer = truncated(key) { return answer }
    let numbered = entries.filter { $0.numbers.contains { $0.prefix { $0 != " " } == key } }
    if !numbered.isEmpty { return found(numbered, .number) }
    let folded = inAnyCase(key.lowercased())
    if !folded.isEmpty { return found(folded, .caseInsensitive) }
    return .unknown(nearest: NameSuggestions(entries + Self.findings).nearest(to: key))
  }

  private func found(_ found: [NameEntry], _ way: NameMatch.Way) -> NameAnswer {
    guard found.count == 1, let entry = found.first else {
      return .ambiguous(found.map(\.printedName))
    }
    return .found(NameMatch(entry: entry, way: way))
  }

  /// Entries with this prefix; nil when there are none.
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

  /// A name with zprint's dots replaced by blanks.
  private static func key(_ name: String) -> String {
    String(name.map { $0 == " " ? "." : $0 })
  }

  /// zprint truncates names to 17 characters up to 10.13.3, and to 24 in any release.
  private static let widths = [17, 24]
  private static let shortestBeginning = 8
  /// Longer than any name in the kernel.
  private static let longest = 512
}

extension NameEntry {
  /// The name in readable form: `N` for a number.
  public var printedName: String { Self.printed(name) }

  /// The aliases in readable form.
  public var printedAliases: [String] { aliases.map(Self.printed) }

  static func printed(_ name: String) -> String { String(name.map { $0 == "#" ? "N" : $0 }) }
}
