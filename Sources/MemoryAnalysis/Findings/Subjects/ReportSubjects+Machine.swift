internal import AllocationBalance
internal import MemorySections

/// The machine as a whole.
extension ReportSubjects {
  func machine() -> Subject {
    var machine = Subject(name: snapshot.model ?? "this machine")
    machine.set(.installedBytes, balance.installed)
    if let kernel = balance.kernel {
      // A lower bound, or a share of one, is enough for a warning.
      let rows = snapshot.evidence(of: kernel)
      machine.set(.kernelBytes, kernel.quantity, rows, isLowerBound: kernel.isLowerBound)
      machine.set(.kernelShare, kernel.quantity, of: balance.installed, rows)
    }
    setPages(&machine, .wiredBytes, .wiredShare, balance.wired, "wired pages")
    setPages(&machine, .compressorBytes, .compressorShare, balance.compressor, "compressor")
    if let tables = pageTables {
      machine.set(.pageTableBytes, tables.size, tables.evidence)
      machine.set(.pageTableShare, tables.size, of: balance.installed, tables.evidence)
    }
    setUnexplained(&machine)
    setZoneMap(&machine)
    setArchive(&machine)
    setSystem(&machine)
    return machine
  }

  private func setPages(
    _ machine: inout Subject, _ bytes: MeasureName, _ share: MeasureName, _ size: Quantity?,
    _ name: String
  ) {
    let rows = evidence(.vmStat, size, "\(name) \(SizeText.short(size?.bytes ?? 0))")
    machine.set(bytes, size, rows)
    machine.set(share, size, of: balance.installed, rows)
  }

  /// Unexplained memory may be negative: double counting is as wrong as missing memory.
  private func setUnexplained(_ machine: inout Subject) {
    // Without the machine's pages, "unexplained" would only mean that vm_stat is missing.
    guard let unexplained = ledger.unexplained, snapshot.vmStat != nil else { return }
    let size = Quantity(bytes: Int(clamping: unexplained.bytes.magnitude))
    machine.set(.unexplainedBytes, unexplained)
    machine.set(.unexplainedShare, size, of: balance.installed)
  }

  /// The zones' size relative to the zone map's capacity, if the archive states it.
  private func setZoneMap(_ machine: inout Subject) {
    guard let zprint = snapshot.zprint, let capacity = ZoneMapCapacity(snapshot),
      let zones = zprint.zonesSize ?? zprint.zonesLowerBound
    else { return }
    let map = zprint.maps.first { $0.line == capacity.source.line }
    let free = capacity.origin == .addressSpace ? map?.free : nil
    let used = free.map { capacity.size - $0 } ?? zones
    let origin =
      switch capacity.origin {
      case .jetsam: "zoneMapCap of a JetsamEvent"
      case .kernelLog: "capacity in a kernel log"
      case .sysctl: "kern.zleak.max_zonemap_size"
      case .panic: "what one zone held at a panic"
      case .addressSpace: "address space of the zone map"
      }
    let row = Evidence(
      member: capacity.source.member, line: capacity.source.line,
      text: "\(origin) \(SizeText.short(capacity.size.bytes))")
    machine.set(.zoneMapBytes, used, [row], isLowerBound: zprint.zonesSize == nil)
    machine.set(.zoneMapCapacityBytes, capacity.size)
    machine.set(.zoneMapShare, used, of: capacity.size, [row])
  }

  private func setArchive(_ machine: inout Subject) {
    if let zprint = snapshot.zprint {
      let hidden = zprint.zones.first { $0.current == nil && $0.inUseCount > 0 }
      let rows = evidence(
        .zprint, hidden?.used,
        hidden.map { "\($0.name): no size beside \($0.inUseCount) elements" } ?? "")
      machine.set(.zoneSizes, word: hidden == nil ? "known" : "redacted", rows)
    }
    let scan = snapshot.scan
    let problem = scan.problems.first { !$0.isWarning }
    let words = [problem?.member.map(belowTop), problem?.message].compactMap { $0 }
    let text = words.joined(separator: ": ")
    let rows = problem?.member.map { [Evidence(member: $0, line: nil, text: text)] } ?? []
    machine.set(.damage, word: damage(scan, problem), rows)
    machine.set(.problem, word: words.isEmpty ? nil : text)
  }

  /// A member's path without the archive's top folder.
  private func belowTop(_ member: String) -> String {
    guard let top = snapshot.archive.name, member.hasPrefix(top + "/") else { return member }
    return String(member.dropFirst(top.count + 1))
  }

  private func damage(_ scan: ScanSummary, _ problem: ScanSummary.Problem?) -> String {
    switch scan.outcome {
    case .complete, .stoppedEarly: problem == nil ? "none" : "problems"
    case .truncated: "truncated"
    case .corrupt: "corrupt"
    case .limited: "limited"
    case .unreadable: Self.limits.contains(problem?.code ?? "") ? "limited" : "unreadable"
    }
  }

  /// The codes of limits that leave nothing of an archive.
  private static let limits = ["timeLimit", "memoryLimit"]
}
