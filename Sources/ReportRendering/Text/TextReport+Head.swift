internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The first screen: what is wrong with the archive, whose it is, and the answer.
extension TextReport {
  /// What the reader must know before any number.
  func trouble() -> [String] {
    let scan = snapshot.scan
    var lines: [String] = []
    switch scan.outcome {
    case .complete: break
    case .stoppedEarly:
      lines.append("Stopped early: the rest of the archive was neither read nor verified.")
    case .truncated:
      lines.append(style.warning("TRUNCATED ARCHIVE: only what came before its break is reported."))
    case .corrupt:
      lines.append(style.warning("DAMAGED ARCHIVE: numbers below may be wrong."))
    case .unreadable: lines.append(style.warning("UNREADABLE ARCHIVE."))
    case .limited:
      lines.append(style.warning("LIMIT MET: the archive was not read to its end."))
    }
    lines += scan.problems.filter { $0.code == "unverified" }.map { Printable.line($0.message) }
    let isNoted = scan.outcome != .complete && scan.outcome != .stoppedEarly
    lines += scan.problems.prefix(isNoted ? 3 : 0).map { problem in
      let words = [problem.member, problem.message].compactMap { $0 }
      return "  " + Printable.line(words.joined(separator: ": "))
    }
    return lines
  }

  func identity() -> [String] {
    let archive = snapshot.archive
    let system = [archive.platform, snapshot.osVersion, snapshot.build.map { "(\($0))" }]
      .compactMap { $0 }.joined(separator: " ")
    let time = archive.capturedAt ?? archive.capturedAtLocal.map { "\($0) local time" }
    let facts = [snapshot.model, system.isEmpty ? nil : system, time]
      .compactMap { $0 }
    let title = facts.isEmpty ? "Unknown machine" : facts.joined(separator: "  ")
    let read =
      "\(SizeText.short(snapshot.scan.uncompressedBytesRead)) in "
      + "\(SizeText.exact(snapshot.scan.membersSeen)) members read"
    let verified = snapshot.scan.outcome == .complete ? ", to the end" : ""
    return [
      style.heading(Printable.line(title)),
      style.dim(Printable.line(archive.name ?? archive.path) + ": \(read)\(verified)"),
    ]
  }

  func answer() -> [String] {
    var lines = [side("Kernel", balance.kernel.map(figure), isKernel: true)]
    lines.append(side("User", balance.user.map(figure), isKernel: false))
    let rest: [(String, Quantity?)] = [
      ("installed", balance.installed), ("compressor", balance.compressor),
      ("file-backed", balance.fileBacked), ("free", balance.free), ("wired", balance.wired),
      ("unexplained", report.ledger.unexplained),
      ("kernel_task by top", balance.kernel?.origin == .zones ? snapshot.top?.kernelTask : nil),
    ]
    let known = rest.compactMap { name, size in size.map { "\(name) \(SizeText.short($0.bytes))" } }
    if !known.isEmpty { lines.append("Machine   " + known.joined(separator: ", ")) }
    if let holders = kernelHolders() { lines.append("Held by   " + holders) }
    return lines
  }

  /// The three largest holders of kernel memory, each zone by itself.
  private func kernelHolders() -> String? {
    guard let kernel = balance.kernel else { return nil }
    var holders: [(name: String, bytes: Int)] =
      snapshot.zprint?.zones.map { ("zone \($0.name)", $0.least.bytes) } ?? []
    if kernel.origin == .kernelTask {
      holders = snapshot.footprint?.kernelTask?.categories.map { ($0.name, $0.dirty.bytes) } ?? []
    } else if kernel.origin == .wiredTable {
      holders += snapshot.zprint?.countedWired.map { ($0.name, $0.size.bytes) } ?? []
    }
    let largest = holders.sorted { $0.bytes > $1.bytes }.prefix(3).map { holder in
      let share = SizeText.share(holder.bytes, of: kernel.quantity.bytes).map { " (\($0))" } ?? ""
      return "\(Shortened.middle(holder.name)) \(SizeText.short(holder.bytes))\(share)"
    }
    return largest.isEmpty ? nil : Printable.line(largest.joined(separator: ", "))
  }

  private struct Figure {
    let quantity: Quantity
    let isLowerBound: Bool
    let origin: String
  }

  private func figure(_ kernel: KernelFigure) -> Figure {
    let origin =
      switch kernel.origin {
      case .wiredTable: "zprint: zones and wired memory"
      case .kernelTask: "footprint's kernel_task"
      case .zones: "zprint: zones only, the kernel holds more"
      }
    return Figure(
      quantity: kernel.quantity, isLowerBound: kernel.isLowerBound, origin: origin)
  }

  private func figure(_ user: UserFigure) -> Figure {
    let count = snapshot.footprint?.userProcesses.count ?? 0
    let origin =
      switch user.origin {
      case .processes: "footprint: \(SizeText.exact(count)) processes"
      case .summary: "footprint: summary without kernel_task"
      }
    return Figure(quantity: user.quantity, isLowerBound: user.isLowerBound, origin: origin)
  }

  private func side(_ name: String, _ figure: Figure?, isKernel: Bool) -> String {
    let label = (name + "    ").prefix(6)
    guard let figure else { return "\(label)    unknown: no section of this archive says" }
    let share = balance.kernelShare.map { isKernel ? $0 : 1 - $0 }
    let gauge = share.map { bar($0, isKernel: isKernel) + "  " } ?? ""
    let percent = share.map { "\(Int(($0 * 100).rounded())) %  " } ?? ""
    let bound = figure.isLowerBound ? "at least " : ""
    let tolerance = SizeText.tolerance(figure.quantity).map { " \($0)" } ?? ""
    let size = style.heading("\(bound)\(SizeText.short(figure.quantity.bytes))")
    return "\(label)    \(gauge)\(percent)\(size)\(tolerance)  "
      + style.dim("(\(figure.origin))")
  }

  private func bar(_ share: Double, isKernel: Bool) -> String {
    let width = 20
    let filled = max(0, min(width, Int((share * Double(width)).rounded())))
    let text = String(repeating: "█", count: filled)
    let rest = String(repeating: "░", count: width - filled)
    return (isKernel ? style.kernel(text) : style.user(text)) + style.dim(rest)
  }
}
