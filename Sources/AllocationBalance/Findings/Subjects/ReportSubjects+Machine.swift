internal import MemorySections

/// The machine as a whole.
extension ReportSubjects {
  func machine() -> Subject {
    var machine = Subject(name: snapshot.model ?? "this machine")
    machine.set(.installedBytes, balance.installed)
    if let kernel = balance.kernel {
      // A lower bound is good enough to warn by, and a share of it as well.
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

  /// Unexplained memory may be negative: what is counted twice is as much amiss as what is missing.
  private func setUnexplained(_ machine: inout Subject) {
    guard let unexplained = ledger.unexplained else { return }
    let size = Quantity(bytes: Int(clamping: unexplained.bytes.magnitude))
    machine.set(.unexplainedBytes, unexplained)
    machine.set(.unexplainedShare, size, of: balance.installed)
  }

  /// Address space of the zones against its end, where zprint prints the map.
  ///
  /// Where the row's free column is blank, the zones' own size is what is in use.
  private func setZoneMap(_ machine: inout Subject) {
    let names = ["VM_KERN_COUNT_MAP_ZONE", "zone_map", "zone map"]
    guard let zprint = snapshot.zprint,
      let map = zprint.maps.first(where: { names.contains($0.name) }),
      let used = map.free.map({ map.size - $0 }) ?? zprint.zonesSize
    else { return }
    let rows = evidence(
      .zprint, map.size,
      "\(map.name): \(SizeText.short(used.bytes)) of \(SizeText.short(map.size.bytes))")
    machine.set(.zoneMapBytes, used, rows)
    machine.set(.zoneMapCapacityBytes, map.size)
    machine.set(.zoneMapShare, used, of: map.size, rows)
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

  /// A member's path below the archive's top folder, which every member has.
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
    case .unreadable: "unreadable"
    }
  }
}
