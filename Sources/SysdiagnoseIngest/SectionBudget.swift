internal import MemorySections
internal import SysdiagnoseArchive

/// How many members of each kind are taken as sections, and from how many captures.
///
/// A member costs few bytes in an archive, and a section many in memory: without a budget a million
/// of one name would exhaust it. Real archives hold one or two of each, and reports of panics and of
/// killed processes by the dozen.
struct SectionBudget {
  private struct Place: Hashable {
    let kind: SectionKind
    let folder: String
  }

  private var taken: [Place: Int] = [:]
  private var refused: [SectionKind: Int] = [:]
  private var folders: Set<String> = []
  private var bytes = 0
  private var refusedFolders = 0

  /// The most folders with sections that have budgets of their own: each may be a capture.
  static let mostFolders = 32
  /// The most bytes of sections that are taken from several folders together.
  static let mostBytes = 2 << 30
  /// The most bytes that one section counts as; a longer one keeps no more either.
  private static let mostOfSection = 32 << 20

  /// The most members of a kind in one capture.
  static func most(of kind: SectionKind) -> Int {
    kind.descriptor.mostMembers
  }

  /// Whether one more is taken; a refusal is counted.
  mutating func admits(_ kind: SectionKind, _ member: ArchiveMember) -> Bool {
    let place = Place(kind: kind, folder: CaptureFolders.apparentFolder(of: member.path))
    let size = min(member.size ?? 0, Self.mostOfSection)
    let isOfMany = !folders.isEmpty && folders != [place.folder]
    if isOfMany {
      let isNew = !folders.contains(place.folder)
      guard !isNew || folders.count < Self.mostFolders, bytes + size <= Self.mostBytes else {
        refusedFolders += 1
        return false
      }
    }
    guard taken[place, default: 0] < Self.most(of: kind) else {
      refused[kind, default: 0] += 1
      return false
    }
    taken[place, default: 0] += 1
    folders.insert(place.folder)
    bytes += size
    return true
  }

  /// What was refused, a sentence for each kind.
  var refusals: [String] {
    let kinds = SectionKind.allCases.compactMap { kind in
      refused[kind].map {
        "\($0) more members than the limit of \(Self.most(of: kind)) are \(kind.rawValue)"
          + "; they were passed over"
      }
    }
    guard refusedFolders > 0 else { return kinds }
    return kinds + [
      "\(refusedFolders) members are of more captures than the limit of \(Self.mostFolders), or of "
        + "more than \(Self.mostBytes) bytes together; they were passed over"
    ]
  }
}
