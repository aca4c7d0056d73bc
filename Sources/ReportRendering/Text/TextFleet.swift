internal import AllocationBalance
public import MemoryAnalysis

/// Renders a fleet for a terminal: which machines stand out, and what they share, first.
public struct TextFleet: Sendable {
  let fleet: Fleet
  let style: TextStyle
  let top: Int

  /// Creates a rendering.
  ///
  /// - Parameters:
  ///   - fleet: what to say.
  ///   - style: whether to use colours.
  ///   - top: how many rows of each list to show; all others are in the JSON.
  public init(_ fleet: Fleet, style: TextStyle, top: Int) {
    self.fleet = fleet
    self.style = style
    self.top = top
  }

  /// The lines, each ended.
  public func render() -> String {
    let blocks = [verdict(), outliers(), kexts(), groups(), notJudged()]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private func verdict() -> [String] {
    guard fleet.judgedCount > 0 else {
      return [
        style.heading(
          "\(Self.count(fleet.machines.count, "machine")), none of which has enough of its like to "
            + "be judged")
      ]
    }
    let all = "of \(Self.count(fleet.judgedCount, "machine")) judged"
    guard !fleet.outliers.isEmpty else { return [style.heading("none \(all) stands out")] }
    let count = SizeText.exact(fleet.outliers.count)
    let words = "\(count) \(all) \(fleet.outliers.count == 1 ? "stands" : "stand") out"
    return [style.warning(words), Printable.line(shared())]
  }

  /// What the machines that stand out have in common, over all models or in one.
  private func shared() -> String {
    for comparison in fleet.sharedKexts {
      guard let kext = comparison.kexts.first, kext.isShared else { continue }
      let model = comparison.model.map { fleet.sharedKexts.count > 1 ? "\($0): " : "" } ?? ""
      let also = comparison.kexts.dropFirst().count { $0.isShared }
      return model + "\(Self.name(kext)) is on \(kext.outliers) of \(kext.allOutliers) of them and "
        + "on \(kext.others) of \(kext.allOthers) others"
        + (also > 0 ? "; \(also) more \(also == 1 ? "kext is" : "kexts are") shared" : "")
    }
    return "no third-party kext is more frequent on them than chance explains"
  }

  /// Over all models the kexts that chance may not explain, of each model what is shared there alone.
  private func kexts() -> [String] {
    guard let all = fleet.sharedKexts.first else { return [] }
    let shared = Set(all.kexts.filter(\.isShared).map(\.name))
    return rows(all.kexts.filter { $0.chance < 1 }, all)
      + fleet.sharedKexts.dropFirst().flatMap { comparison in
        let more = comparison.kexts.filter { $0.isShared && !shared.contains($0.name) }
        return more.isEmpty ? [] : rows(more, comparison)
      }
  }

  private func rows(_ kexts: [SharedKext], _ comparison: Fleet.KextComparison) -> [String] {
    guard !kexts.isEmpty || comparison.silentOutliers > 0 else { return [] }
    var table = TextTable([.left, .right, .right, .right, .left, .left])
    for kext in kexts.prefix(top) {
      table.add([
        Shortened.middle(Self.name(kext)), "\(kext.outliers) of \(kext.allOutliers)",
        "\(kext.others) of \(kext.allOthers) others",
        kext.lift.map(Self.times) ?? "", "p \(Self.chance(kext.chance))",
        kext.isShared ? "shared" : "",
      ])
    }
    let model = comparison.model.map { fleet.sharedKexts.count > 1 ? ", \($0)" : "" } ?? ""
    let heading =
      style.heading(Printable.line("Third-party kexts on machines that stand out" + model))
      + style.dim("  p: Fisher's exact test, corrected for all kexts tested")
    let rest = kexts.count - top
    let silent = comparison.silentOutliers
    return [heading] + table.lines()
      + (rest > 0 ? [style.dim("  and \(SizeText.exact(rest)) more")] : [])
      + (silent > 0 ? ["  \(Self.count(silent, "archive")) of them without a list of kexts"] : [])
  }
}

/// Words and numbers of a fleet.
extension TextFleet {
  static func name(_ kext: SharedKext) -> String {
    [kext.name, kext.version].compactMap { $0 }.joined(separator: " ")
  }

  /// `1 machine`, `2,000 machines`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(SizeText.exact(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A ratio: `2.8×`, `140×`.
  static func times(_ ratio: Double) -> String { "\(decimal(ratio))×" }

  /// One decimal below 10, none above; what no number can hold is `very large`.
  static func decimal(_ value: Double) -> String {
    guard abs(value) < 1e15 else { return "very large" }
    if abs(value) >= 9.95 { return SizeText.exact(Int(value.rounded())) }
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// A chance: `0.24`, `3e-09`.
  package static func chance(_ chance: Double) -> String {
    guard chance < 0.01 else { return SizeText.hundredths(chance) }
    guard chance > 1e-300 else { return "< 1e-300" }
    var (mantissa, exponent) = (chance, 0)
    while mantissa < 0.95 {
      mantissa *= 10
      exponent += 1
    }
    return "\(Int(mantissa.rounded()))e-\(exponent < 10 ? "0" : "")\(exponent)"
  }

  /// Bytes that are kept as a number with a fraction.
  static func bytes(_ value: Double) -> Int { Int(exactly: value.rounded()) ?? 0 }

  /// A part of one as percent.
  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
