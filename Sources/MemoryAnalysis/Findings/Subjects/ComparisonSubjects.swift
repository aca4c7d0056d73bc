internal import AllocationBalance
internal import MemorySections

/// The growth subjects of a comparison; none unless both archives are from one boot.
struct ComparisonSubjects {
  let comparison: Comparison

  func subjects(_ kind: SubjectKind) -> SubjectSet {
    guard let hours else { return .missing(obstacle) }
    switch kind {
    case .kernelGrowth: return kernel(hours)
    case .zoneGrowth: return zones(hours)
    case .kextGrowth: return kexts(hours)
    default: return .missing("it is about one archive")
    }
  }

  /// Hours between the two captures; nil unless both are from one boot and in order.
  private var hours: Double? {
    let relation = comparison.relation
    guard relation.isSameBoot == true, let seconds = relation.elapsedSeconds, seconds > 0 else {
      return nil
    }
    return Double(seconds) / 3600
  }

  /// Why no rates are known.
  private var obstacle: String {
    let relation = comparison.relation
    if relation.isSameMachine == false { return "the archives are of two machines" }
    switch relation.isSameBoot {
    case false?: return "rebooted between the archives"
    case nil: return "a boot time is not known"
    case true?: break
    }
    guard let seconds = relation.elapsedSeconds else { return "a time of capture is not known" }
    return seconds < 0 ? "the first archive is the later one" : "no time between the archives"
  }

  private func kernel(_ hours: Double) -> SubjectSet {
    guard let kernel = comparison.kernel else { return .missing("the kernel cannot be compared") }
    let figure = KernelFigure.Origin(rawValue: kernel.origin).flatMap {
      KernelFigure(comparison.new, from: $0)
    }
    let rows = figure.map(comparison.new.evidence) ?? []
    return .known([growth("kernel", kernel.old, kernel.new, hours, evidence: rows)])
  }

  private func zones(_ hours: Double) -> SubjectSet {
    guard comparison.old.zprint != nil, comparison.new.zprint != nil else {
      return .missing("zprint is not in both archives")
    }
    // A family with a zone of unknown size has no growth.
    let families = Dictionary(grouping: comparison.zones) { $0.family ?? $0.name }
      .filter { $0.value.allSatisfy { $0.status != .unknown } }
    let zones = Dictionary(grouping: comparison.new.zprint?.zones ?? [], by: \.name)
    return .known(
      families.sorted { $0.key < $1.key }.map { family, changes in
        let sum = { (side: (Change) -> Quantity?) in changes.compactMap(side).sum() }
        let rows = Set(changes.map(\.name)).flatMap { zones[$0] ?? [] }
        let largest = rows.max {
          (($0.current ?? $0.used).bytes, $1.line) < (($1.current ?? $1.used).bytes, $0.line)
        }
        let text = largest.map { "\($0.name) \(SizeText.short(($0.current ?? $0.used).bytes))" }
        return growth(
          family, sum(\.old), sum(\.new), hours, evidence: evidence(largest?.line, text))
      }, gap: gap)
  }

  private func kexts(_ hours: Double) -> SubjectSet {
    guard let old = heaps(comparison.old), let new = heaps(comparison.new) else {
      return .missing("zprint's wired table is not in both archives")
    }
    let older = Dictionary(grouping: old, by: \.name)
    let isWhole = comparison.old.isWhole(.zprint)
    let rows = new.filter { isWhole || older[$0.name] != nil }
    return .known(
      rows.map { row in
        let before = older[row.name]?.map(\.size).sum() ?? .zero
        let text = "heap of \(row.name) \(SizeText.short(row.size.bytes))"
        var subject = growth(
          row.name, before, row.size, hours, evidence: evidence(row.line, text))
        let isThirdParty = Kext.isThirdParty(bundle: row.name)
        subject.set(.vendor, word: isThirdParty ? "thirdParty" : "Apple")
        return subject
      }, gap: gap)
  }

  /// Why growth may have been missed; nil when both zprints were read whole.
  private var gap: String? {
    let isWhole = comparison.old.isWhole(.zprint) && comparison.new.isWhole(.zprint)
    return isWhole ? nil : "zprint is not whole in both archives"
  }

  private func heaps(_ snapshot: Snapshot) -> [WiredRow]? {
    guard let zprint = snapshot.zprint, !zprint.wired.isEmpty else { return nil }
    return zprint.wired.filter { $0.kind == .kext }
  }

  private func growth(
    _ name: String, _ old: Quantity, _ new: Quantity, _ hours: Double, evidence: [Evidence]
  ) -> Subject {
    var subject = Subject(name: name)
    let delta = new - old
    subject.set(.growthBytes, delta, evidence)
    subject.set(.oldBytes, old)
    subject.set(.newBytes, new, evidence)
    subject.set(.hours, hours)
    subject.set(.bytesPerHour, Double(delta.bytes) / hours, evidence)
    return subject
  }

  private func evidence(_ line: Int?, _ text: String?) -> [Evidence] {
    guard let section = comparison.new.section(.zprint), let line, let text else { return [] }
    return [Evidence(member: section.member, line: line, text: text)]
  }
}
