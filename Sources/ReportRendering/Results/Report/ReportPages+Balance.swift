internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// Kernel against user, the rest of the machine, and who holds it.
extension ReportPages {
  /// How many holders the first screen names.
  private static let holdersShown = 5

  /// Kernel against user.
  var balanceSection: DocumentSection {
    let kernel = row(
      "Kernel", balance.kernel?.quantity, isLowerBound: balance.kernel?.isLowerBound,
      share: balance.kernelShare, from: balance.kernel?.origin.words ?? "(\(kernelUnknown))")
    let user = row(
      "User", balance.user?.quantity, isLowerBound: balance.user?.isLowerBound,
      share: balance.kernelShare.map { 1 - $0 },
      from: balance.user.map(words) ?? "(no list of footprints in this \(inputNoun))")
    // Of what a single process holds neither is known.
    let audience = isOnlyOfProcesses ? Table.Audience.programs : .everyone
    return DocumentSection(
      "balance", heading: "Kernel and user memory", isFirstScreen: true,
      contents: [
        .table(table(ReportTables.balance, [kernel, user], audience: audience, isWhole: true))
      ])
  }

  private func row(
    _ side: String, _ quantity: Quantity?, isLowerBound: Bool?, share: Double?, from: String
  ) -> [Cell] {
    [
      .name(side), .size(quantity, isLowerBound: isLowerBound ?? false),
      share.map { .share($0, of: "kernel and user") } ?? .empty,
      .share(quantity?.bytes, of: balance.installed?.bytes, "installed memory"), .text(from),
    ]
  }

  private func words(_ user: UserFigure) -> String {
    if user.origin == .summary { return "footprint: summary without kernel_task" }
    let count = balance.processes?.processes.count ?? 0
    return "\(user.origin.tool): " + SizeText.counted(count, "process", plural: "processes")
  }

  /// Installed memory as one bar; what is known of the machine where installed memory is not.
  var machine: DocumentSection? {
    let ledger = report.ledger
    var segments: [StackedBar.Segment] = []
    func add(
      _ name: String, _ side: LedgerEntry.Side, _ role: MemoryRole,
      _ isMeant: (LedgerEntry) -> Bool = { _ in true }
    ) {
      let entries = ledger.entries.filter { $0.side == side && $0.isCounted && isMeant($0) }
      let sizes = entries.compactMap(\.quantity)
      guard !sizes.isEmpty else { return }
      segments.append(
        StackedBar.Segment(
          name: name, size: sizes.sum(), isLowerBound: sizes.count < entries.count, role: role))
    }
    add("kernel", .kernel, .kernel)
    let isResident = ledger.entries.contains { $0.component == LedgerComponent.swapped }
    add(isResident ? "processes (resident part)" : "processes", .user, .user)
    for entry in ledger.entries where entry.side == .machine && entry.isCounted {
      let name = entry.component == LedgerComponent.fileBacked ? "file cache" : entry.component
      add(name, .machine, .machine) { $0 == entry }
    }
    if let unexplained = ledger.unexplained {
      segments.append(
        StackedBar.Segment(
          name: "unexplained", size: unexplained, isLowerBound: false, role: .unexplained))
    }
    let notes = machineNotes.map(DocumentSection.Content.note)
    guard balance.installed != nil || segments.count > 1 || !notes.isEmpty else { return nil }
    let bar = StackedBar(title: "installed", total: balance.installed, segments: segments)
    return DocumentSection(
      "machine", heading: "Installed memory",
      summary: balance.installed.map { SizeText.short($0.bytes) } ?? "unknown",
      isFirstScreen: true, contents: [.chart(.stackedBar(bar)), .chart(.icicle(icicle))] + notes)
  }

  /// Figures that overlap the bar's.
  private var machineNotes: [String] {
    let wired = balance.wired.map {
      "Wired pages by \(snapshot.vmStat == nil ? "top" : "vm_stat"): "
        + "\(SizeText.short($0.bytes)), already included above."
    }
    let shown = balance.kernel?.origin == .zones ? snapshot.top?.kernelTask : nil
    let kernelTask = shown.map { "kernel_task by top: \(SizeText.short($0.bytes))." }
    return [wired, kernelTask, fullSize].compactMap { $0 }
  }

  /// Why the sum of footprints and installed memory are no part and whole.
  private var fullSize: String? {
    guard let user = balance.user, let installed = balance.installed,
      user.quantity.bytes > installed.bytes || balance.processes?.origin != .processes
    else { return nil }
    let sum = "Footprints count compressed pages at full size: their sum, "
    let parts = [VMStat.PageState.anonymous, .storedInCompressor].compactMap {
      snapshot.vmStat?.size($0)
    }
    let bound =
      parts.count == 2
      ? " By vm_stat, anonymous and compressed pages are \(SizeText.short(parts.sum().bytes))." : ""
    return sum + "\(SizeText.short(user.quantity.bytes)), may exceed installed memory." + bound
  }

  /// The largest holders of kernel memory, each zone by itself.
  var kernelHolders: DocumentSection? {
    guard let kernel = balance.kernel else { return nil }
    let notes = self.notes
    var holders: [(name: String, size: Quantity, isBound: Bool, source: Cell, what: String?)] =
      snapshot.zprint?.zones.map {
        ("zone \($0.name)", $0.least, $0.current == nil, source(.zprint, line: $0.line), nil)
      } ?? []
    if kernel.origin == .kernelTask {
      holders =
        snapshot.footprint?.kernelTask?.categories.map {
          ($0.name, $0.dirty, false, source(.footprint, line: $0.line), notes[$0.name])
        } ?? []
    } else if kernel.origin == .wiredTable {
      holders +=
        snapshot.zprint?.countedWired.map {
          (
            $0.name, $0.size, false, source(.zprint, line: $0.line),
            $0.kind == .kext ? "allocated by this kext" : notes[$0.name]
          )
        } ?? []
    }
    let rows: [[Cell]] = holders.sorted { $0.size.bytes > $1.size.bytes }.map { holder in
      [
        .name(holder.name), .size(holder.size, isLowerBound: holder.isBound),
        .share(holder.size.bytes, of: kernel.quantity.bytes, "kernel memory"), holder.source,
        .text(holder.what),
      ]
    }
    return DocumentSection(
      "kernel-holders", heading: "Kernel memory is held by", isFirstScreen: true,
      contents: firstOf(rows, ReportTables.holders))
  }

  /// The apps that hold most, all processes of one app together.
  var userHolders: DocumentSection? {
    guard let processes = balance.processes, let user = balance.user else { return nil }
    let rows: [[Cell]] = processes.groups.map { group in
      [
        .name(group.app), .size(group.footprint, isLowerBound: group.isLowerBound),
        .share(group.footprint.bytes, of: user.quantity.bytes, "user memory"),
        .count(group.processCount),
      ]
    }
    return DocumentSection(
      "user-holders", heading: "User memory is held by", isFirstScreen: true,
      contents: firstOf(rows, ReportTables.apps))
  }

  /// The first rows for readers, all of them for programs.
  private func firstOf(_ rows: [[Cell]], _ shape: TableShape) -> [DocumentSection.Content] {
    [
      .table(
        table(shape, Array(rows.prefix(Self.holdersShown)), audience: .readers, isWhole: true)),
      .table(table(shape, rows, audience: .programs)),
    ]
  }
}

extension KernelFigure.Origin {
  /// What the figure is read from.
  var words: String {
    switch self {
    case .wiredTable: "zprint: zones and wired memory"
    case .kernelTask: "footprint: kernel_task"
    case .zones: "zprint: zones only, the kernel holds more"
    case .vmStatWired: "vm_stat: wired pages, including those that processes wired"
    case .topWired: "top: wired memory, including what processes wired"
    }
  }
}
