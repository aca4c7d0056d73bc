internal import MemorySections
internal import Platform
internal import SysdiagnoseArchive

/// Limits the number of members of each kind that are read as sections, and of captures.
///
/// A member costs few bytes in an archive, but a section costs much memory: a million members of
/// one name would exhaust it. Real archives hold one or two of each, and dozens of panic and jetsam
/// reports.
struct SectionBudget {
  private struct Place: Hashable {
    let kind: SectionKind
    let folder: String
  }

  private var taken: [Place: Int] = [:]
  private var refused: [SectionKind: Int] = [:]
  private var folders: Set<String> = []
  private var bytes = 0
  private var refusedOfFolders = 0
  private var refusedAsTooMuch = 0

  /// The most folders with separate budgets: each may be a capture.
  static let mostFolders = 32
  /// The most bytes of sections read from several folders together.
  static let mostBytes = 2 << 30
  /// The most bytes that one section counts for; a longer one keeps no more either.
  private static let mostOfSection = 32 << 20

  /// The most members of a kind in one capture.
  static func most(of kind: SectionKind) -> Int {
    kind.descriptor.mostMembers
  }

  /// Whether one more member is read; counts refusals.
  mutating func admits(_ kind: SectionKind, _ member: ArchiveMember) -> Bool {
    let place = Place(kind: kind, folder: CaptureFolders.apparentFolder(of: member.path))
    let size = min(member.size ?? 0, Self.mostOfSection)
    let isOfMany = !folders.isEmpty && folders != [place.folder]
    if isOfMany {
      let isNew = !folders.contains(place.folder)
      guard !isNew || folders.count < Self.mostFolders else {
        refusedOfFolders += 1
        return false
      }
      guard bytes.addingSaturated(size) <= Self.mostBytes else {
        refusedAsTooMuch += 1
        return false
      }
    }
    guard taken[place, default: 0] < Self.most(of: kind) else {
      refused[kind, default: 0] += 1
      return false
    }
    taken[place, default: 0] += 1
    folders.insert(place.folder)
    bytes = bytes.addingSaturated(size)
    return true
  }

  /// Sentences on the refused members, one per kind.
  var refusals: [String] {
    let kinds = SectionKind.allCases.compactMap { kind in
      refused[kind].map {
        "\($0) more members than the limit of \(Self.most(of: kind)) are \(kind.rawValue)"
          + "; they were skipped"
      }
    }
    let captures =
      refusedOfFolders > 0
      ? "\(refusedOfFolders) members belong to captures beyond the limit of \(Self.mostFolders); they "
        + "were skipped" : nil
    let sizes =
      refusedAsTooMuch > 0
      ? "\(refusedAsTooMuch) members would take the captures' texts beyond the limit of "
        + "\(Self.mostBytes >> 30) GB; they were skipped" : nil
    return kinds + [captures, sizes].compactMap { $0 }
  }
}
