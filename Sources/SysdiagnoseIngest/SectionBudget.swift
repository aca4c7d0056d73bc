internal import MemorySections

/// Limits the number of members of each kind that are read as sections.
///
/// A member costs few bytes in an archive, but a section costs much memory: a million members of
/// one name would exhaust it. Real archives hold one or two of each, and dozens of panic and jetsam
/// reports.
struct SectionBudget {
  private var taken: [SectionKind: Int] = [:]
  private(set) var refused: [SectionKind: Int] = [:]

  /// The most members of a kind.
  static func most(of kind: SectionKind) -> Int {
    kind.descriptor.mostMembers
  }

  /// Whether one more member is read; counts refusals.
  mutating func admits(_ kind: SectionKind) -> Bool {
    guard taken[kind, default: 0] < Self.most(of: kind) else {
      refused[kind, default: 0] += 1
      return false
    }
    taken[kind, default: 0] += 1
    return true
  }

  /// Sentences on the refused members, one per kind.
  var refusals: [String] {
    SectionKind.allCases.compactMap { kind in
      refused[kind].map {
        "\($0) more members than the limit of \(Self.most(of: kind)) are \(kind.rawValue)"
          + "; they were passed over"
      }
    }
  }
}
