internal import MemorySections

/// How many members of each kind are taken as sections.
///
/// A member costs few bytes in an archive, and a section many in memory: without a budget a million
/// of one name would exhaust it. Real archives hold one or two of each, and reports of panics and of
/// killed processes by the dozen.
struct SectionBudget {
  private var taken: [SectionKind: Int] = [:]
  private(set) var refused: [SectionKind: Int] = [:]

  /// The most members of a kind.
  static func most(of kind: SectionKind) -> Int {
    kind.descriptor.mostMembers
  }

  /// Whether one more is taken; a refusal is counted.
  mutating func admits(_ kind: SectionKind) -> Bool {
    guard taken[kind, default: 0] < Self.most(of: kind) else {
      refused[kind, default: 0] += 1
      return false
    }
    taken[kind, default: 0] += 1
    return true
  }

  /// What was refused, a sentence for each kind.
  var refusals: [String] {
    SectionKind.allCases.compactMap { kind in
      refused[kind].map {
        "\($0) more members than the limit of \(Self.most(of: kind)) are \(kind.rawValue)"
          + "; they were passed over"
      }
    }
  }
}
