internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// Builds the sections of a comparison's document.
struct ComparisonPages {
  let comparison: Comparison

  /// Between two machines nothing grew: one has more than the other.
  var isOneMachine: Bool { comparison.relation.isSameMachine != false }

  /// How much the kernel grew, and what that consists of.
  var verdict: Verdict {
    if let processVerdict { return processVerdict }
    guard let kernel = comparison.kernel else {
      return Verdict(
        "Kernel memory cannot be compared.",
        nextStep: "Compare two archives that both hold zprint or a kernel_task of footprint.")
    }
    if let growth = comparison.kernelGrowth, !growth.isBrokenDown {
      return Verdict(kernelTask(growth))
    }
    let delta = kernel.delta.bytes
    let rate =
      comparison.relation.perHour(delta).map { ", \(SizeText.signed($0)) per hour" } ?? ""
    let parts = mainParts(of: delta, among: comparison.components)
    let reasons = parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
    let worst = comparison.findings.findings.first { $0.severity > .info }
    return Verdict(
      "\(change(delta))\(rate)\(reasons).", tone: worst == nil ? .plain : .alarming,
      nextStep: worst?.recommendation.nextStep)
  }

  private func change(_ delta: Int) -> String {
    let size = SizeText.short(Int(clamping: delta.magnitude))
    if delta == 0 { return "Kernel memory is the same" }
    return isOneMachine
      ? "Kernel memory \(delta > 0 ? "grew" : "shrank") by \(size)"
      : "The second machine's kernel holds \(size) \(delta > 0 ? "more" : "less")"
  }

  /// The up to three changes that make up most of a change, each with its share.
  ///
  /// A part below a twentieth explains nothing, unless there is no larger one.
  func mainParts(of delta: Int, among changes: [Change]) -> [String] {
    let parts = changes.filter {
      $0.delta?.bytes.signum() == delta.signum() && $0.status != .same
    }
    let large = parts.prefix(3).filter { ($0.delta?.bytes.magnitude ?? 0) >= delta.magnitude / 20 }
    return (large.isEmpty ? Array(parts.prefix(1)) : large).compactMap { part in
      SizeText.share(
        Int(clamping: part.delta?.bytes.magnitude ?? 0), of: Int(clamping: delta.magnitude)
      ).map { "\($0) of it is \(part.name)" }
    }
  }

  /// By how much kernel_task differs, how much of that is in zones, and the largest zones.
  private func kernelTask(_ growth: KernelGrowth) -> String {
    let parts = KernelGrowthText(growth)
    let largest = comparison.components.prefix(3).compactMap { change in
      change.delta.map { "\(change.name) \(SizeText.signed($0.bytes))" }
    }
    let subject =
      isOneMachine ? "kernel_task" : "The second machine's kernel_task against the first's:"
    return "\(subject) \(parts.sentence)."
      + (largest.isEmpty ? "" : " Largest: " + largest.joined(separator: ", ") + ".")
  }

  /// The two archives, and how they belong together.
  var archives: DocumentSection {
    let rows: [[Cell]] = [
      ("old", comparison.old, comparison.kernel?.old, comparison.user?.old),
      ("new", comparison.new, comparison.kernel?.new, comparison.user?.new),
    ].map { name, snapshot, kernel, user in
      let machine = [snapshot.model, snapshot.build].compactMap { $0 }.joined(separator: " ")
      return [
        .name(name), machine.isEmpty ? .unknown(nil) : .name(machine),
        .name(snapshot.archive.capturedAt ?? snapshot.archive.capturedAtLocal), .size(kernel),
        .size(user), .name(snapshot.archive.path),
      ]
    }
    return DocumentSection(
      "archives", heading: "Archives", summary: relation, isFirstScreen: true,
      contents: [
        .table(Table(ComparisonTables.archives, rows.map { Table.Row($0) }, isWhole: true))
      ])
  }

  private var relation: String {
    let (machine, boot) = (comparison.relation.isSameMachine, comparison.relation.isSameBoot)
    let words =
      switch (machine, boot) {
      case (false?, _): "two machines"
      case (true?, true?): "one machine, one boot"
      case (true?, false?): "one machine, rebooted in between"
      case (true?, nil): "one machine; boot time unknown"
      case (nil, true?): "possibly the same machine, one boot"
      case (nil, false?): "possibly the same machine, two boots"
      case (nil, nil): "possibly the same machine; boot time unknown"
      }
    let elapsed = comparison.relation.elapsedSeconds.map { ", \(SizeText.hours($0)) apart" } ?? ""
    return words + elapsed
  }

  /// What the rules found; they judge growth within one boot only.
  var findings: DocumentSection {
    let findings = comparison.findings
    guard findings.evaluated == 0, let reason = findings.notEvaluated.first?.reason else {
      return .findings(findings)
    }
    return DocumentSection(
      "findings", heading: "Findings", isFirstScreen: true,
      contents: [.paragraph("Growth is not judged: \(reason).")])
  }
}

/// A kernel's growth in words: the whole, then its two parts in the same unit.
struct KernelGrowthText {
  /// `+1068 MB: zones 511, outside zones 557`.
  let figures: String
  /// The same, with what cannot be known: `…, which no tool of this release breaks down`.
  let sentence: String

  init(_ growth: KernelGrowth) {
    let parts = [growth.zones, growth.outsideZones].compactMap { $0?.bytes }
    let (numbers, unit) = SizeText.inOneUnit([growth.delta.bytes] + parts)
    let sign = growth.delta.bytes > 0 ? "+" : ""
    let whole = "\(sign)\(numbers[0]) \(unit)"
    figures =
      parts.count == 2 ? "\(whole): zones \(numbers[1]), outside zones \(numbers[2])" : whole
    sentence =
      figures
      + (growth.isBrokenDown || parts.count < 2
        ? "" : ", which no tool of this release breaks down")
  }

  /// Creates the words for a growth whose parts are unknown.
  init(_ delta: Quantity?) {
    figures = delta.map { SizeText.signed($0.bytes) } ?? "unknown"
    sentence = figures
  }
}
