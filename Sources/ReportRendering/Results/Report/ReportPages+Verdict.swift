internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The verdict: the answer in one sentence, and the next step.
extension ReportPages {
  /// The worst finding, or what holds the memory where nothing was found.
  var verdict: Verdict {
    guard let worst = report.findings.findings.first, worst.severity > .info else { return answer }
    var sentence = "\(worst.severity.rawValue.uppercased()): \(worst.title): \(worst.detail)."
    // A fault of the archive does not answer what holds the memory.
    if worst.isOfArchive, let memory { sentence += " \(memory.sentenceCased)." }
    return Verdict(sentence, tone: .alarming, nextStep: worst.recommendation.nextStep)
  }

  private var answer: Verdict {
    if let verdict = processVerdict ?? eventVerdict { return verdict }
    guard let memory else {
      return Verdict("Kernel memory is unknown: \(kernelUnknown).", nextStep: collect)
    }
    guard balance.kernel != nil else {
      return Verdict("\(memory.sentenceCased): \(kernelUnknown).", nextStep: collect)
    }
    let checked = SizeText.counted(report.findings.evaluated, "rule")
    return Verdict(
      "No problem found (\(checked) checked): \(memory).",
      nextStep: "If memory keeps growing, take a second sysdiagnose hours later in the same boot "
        + "and run `sysbalance compare OLD NEW`.")
  }

  /// What to do where the kernel is unknown.
  private var collect: String {
    if isSingleText { return "Report the whole sysdiagnose: it may hold zprint and footprint." }
    guard snapshot.platform ?? "macOS" == "macOS" else {
      return "A sysdiagnose of this system holds neither: look at JetsamEvents and panic reports."
    }
    return
      "Collect a sysdiagnose as root: only then does it hold zprint and footprint of all processes."
  }

  /// Why the kernel's figure is unknown.
  var kernelUnknown: String { "no zprint and no kernel_task in this \(inputNoun)" }

  /// Whether the input is the text of one tool, and no archive.
  var isSingleText: Bool {
    snapshot.scan.membersSeen == 1 && !snapshot.sections.isEmpty
      && snapshot.sections.allSatisfy { !$0.member.contains("/") }
  }

  /// What the input is.
  var inputNoun: String { isSingleText ? "text" : "archive" }

  /// What holds the memory, as part of a sentence; nil when neither side is known.
  private var memory: String? {
    if let kernel = balance.kernel { return words(of: kernel) }
    guard let user = balance.user else { return nil }
    var words = "processes hold \(bound(user.isLowerBound))\(SizeText.short(user.quantity.bytes))"
    if let app = balance.processes?.groups.first,
      let share = SizeText.share(app.footprint.bytes, of: user.quantity.bytes)
    {
      words += ", \(share) of it \(app.app)"
    }
    return words + "; kernel memory is unknown"
  }

  private func words(of kernel: KernelFigure) -> String {
    let size = SizeText.short(kernel.quantity.bytes)
    let shown = kernel.origin == .zones ? snapshot.top?.kernelTask : nil
    let kernelTask =
      shown.map { " in zones; kernel_task is \(SizeText.short($0.bytes)) by top" } ?? ""
    return "the kernel holds \(bound(kernel.isLowerBound))\(size)\(share(of: kernel))\(kernelTask)"
  }

  /// The kernel's share, bounded on the side where one of the two may hold more.
  private func share(of kernel: KernelFigure) -> String {
    guard let share = balance.kernelShare, let user = balance.user else { return "" }
    let words = "\(Cell.percent(share)) of kernel + user memory"
    switch (kernel.isLowerBound, user.isLowerBound) {
    case (false, false): return ", \(words)"
    case (true, false): return ", at least \(words)"
    case (false, true): return ", at most \(words)"
    case (true, true): return ""
    }
  }

  private func bound(_ isLowerBound: Bool) -> String { isLowerBound ? "at least " : "" }
}
