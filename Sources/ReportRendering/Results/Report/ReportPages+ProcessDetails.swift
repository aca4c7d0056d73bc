internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The processes that vmmap, heap and leaks took apart: types of region, malloc's zones, classes, leaks.
extension ReportPages {
  /// How many processes readers see; the tables of programs hold all.
  private static let processesShown = 10

  /// Whether the archive says nothing but what a process holds.
  var isOnlyOfProcesses: Bool {
    !report.details.isEmpty && balance.kernel == nil && balance.user == nil
  }

  /// A section for each process, the largest first.
  var processDetails: [DocumentSection] {
    let details = report.details.sorted {
      ($0.footprint?.bytes ?? -1, $1.title) > ($1.footprint?.bytes ?? -1, $0.title)
    }
    return details.enumerated().map { place, detail in
      let page = ProcessDetailPage(detail: detail, pages: self)
      return page.section(
        "process-\(place + 1)", isShown: place < Self.processesShown,
        isFirstScreen: place == 0 && isOnlyOfProcesses)
    }
  }

  /// The answer where a process is all that is known.
  var processVerdict: Verdict? {
    guard isOnlyOfProcesses, let detail = report.details.max(by: Self.isSmaller) else { return nil }
    guard let size = detail.footprint ?? detail.typesFootprint ?? detail.liveBytes else {
      return Verdict(
        "\(detail.title): the text states neither a footprint nor live blocks.",
        nextStep: "Examine it as root: `vmmap -summary PID`, `heap PID`, `leaks PID`.")
    }
    // A name keeps its spelling.
    let subject = detail.name == nil ? detail.title.sentenceCased : detail.title
    var sentence = "\(subject) holds \(SizeText.short(size.bytes))"
    if detail.footprint == nil, detail.typesFootprint == nil { sentence += " in live blocks" }
    if detail.typesFootprint != nil, let largest = detail.types.first,
      let bytes = largest.footprint?.bytes, let share = SizeText.share(bytes, of: size.bytes)
    {
      sentence += ", \(share) of it \(largest.type)"
    }
    if let leaked = detail.leaks?.content.leakedBytes, leaked.bytes > 0 {
      sentence += "; \(SizeText.short(leaked.bytes)) is leaked"
    }
    return Verdict(
      sentence + ".",
      nextStep: "If it keeps growing, take the same output hours later and run "
        + "`sysbalance compare OLD NEW`.")
  }

  private static func isSmaller(_ left: ProcessDetail, _ right: ProcessDetail) -> Bool {
    (left.footprint ?? left.liveBytes)?.bytes ?? -1
      < (right.footprint ?? right.liveBytes)?.bytes ?? -1
  }
}

/// The section of one process.
struct ProcessDetailPage {
  let detail: ProcessDetail
  let pages: ReportPages

  func section(_ id: String, isShown: Bool, isFirstScreen: Bool) -> DocumentSection {
    let peak = detail.peak.map { "at most \(SizeText.short($0.bytes)) in its life" }
    let sizes = [detail.footprint.map { SizeText.short($0.bytes) }, peak].compactMap { $0 }
    var contents = detail.messages.map { DocumentSection.Content.paragraph($0) }
    contents += regions + malloc + live + leaks + checks + agreement
    if !isShown {
      contents = contents.compactMap { content in
        guard case .table(var table) = content, table.audience != .readers else { return nil }
        table.audience = .programs
        return .table(table)
      }
    }
    return DocumentSection(
      id, heading: "Inside \(detail.title)",
      summary: sizes.isEmpty ? nil : sizes.joined(separator: ", "), isFirstScreen: isFirstScreen,
      contents: contents)
  }

  private var key: [Cell] {
    [.name(detail.name), detail.pid.map { .identifier($0) } ?? .unknown(nil)]
  }

  private func source(_ member: String?, _ line: Int) -> Cell {
    .source(member.map { Source(member: $0, line: line) })
  }

  /// The rows in the order of their sizes, wherever a remainder falls.
  private func table(_ shape: TableShape, _ rows: [(size: Int, cells: [Cell])]) -> Table {
    let sorted = rows.enumerated().sorted {
      ($0.element.size, $1.offset) > ($1.element.size, $0.offset)
    }
    return pages.table(shape, sorted.map { key + $0.element.cells })
  }
}

/// The footprint by type of region.
extension ProcessDetailPage {
  private var regions: [DocumentSection.Content] {
    guard let vmmap = detail.vmmap else { return [] }
    let types = vmmap.content.regions
    // Old tools print the address space alone, or with the resident memory.
    let hasFootprint = types.contains { $0.footprint != nil }
    let hasResident = types.contains { $0.resident != nil }
    var rows = types.map { type -> (size: Int, cells: [Cell]) in
      let size = type.footprint
      let shown = hasFootprint ? size : hasResident ? type.resident : type.virtual
      return (
        shown?.bytes ?? 0,
        [
          .name(type.type), hasFootprint ? .size(size) : .empty,
          .share(size?.bytes, of: detail.footprint?.bytes, "footprint"),
          hasFootprint ? .size(type.dirty) : .empty, hasFootprint ? .size(type.swapped) : .empty,
          hasResident ? .size(type.resident) : .empty, .size(type.virtual),
          type.regionCount.map { .count($0) } ?? .empty, source(vmmap.member, type.line),
        ]
      )
    }
    let rest = detail.unexplained
    if let rest, rest.bytes > rest.tolerance {
      rows.append(
        (
          rest.bytes,
          [
            .name("in no region"), .size(rest),
            .share(rest.bytes, of: detail.footprint?.bytes, "footprint"), .empty, .empty, .empty,
            .empty, .empty, .empty,
          ]
        ))
    }
    guard !rows.isEmpty else { return [] }
    return [
      .subheading(hasFootprint ? "Footprint by type of region" : "Memory by type of region")
    ] + [ProcessIcicle(detail: detail).icicle].compactMap { $0 }.map { .chart(.icicle($0)) } + [
      .table(table(ReportTables.regionTypes, rows))
    ] + [regionsNote].compactMap { $0 }.map { .note($0) }
  }

  /// How the types of region add up, in a sentence.
  private var regionsNote: String? {
    guard let vmmap = detail.vmmap?.content else { return nil }
    if vmmap.isAddedUp {
      return "Added up from the list of regions; the text has no table of types."
    }
    guard let sum = detail.typesFootprint else {
      return vmmap.regions.contains { $0.dirty != nil }
        ? "The text ends before TOTAL: what is in no type of region is unknown."
        : "This vmmap prints no dirty memory: what a type adds to the footprint is unknown."
    }
    guard let footprint = detail.footprint, let rest = detail.unexplained else {
      return "The types add up to \(SizeText.short(sum.bytes)); the text states no footprint."
    }
    let words =
      "The types add up to \(SizeText.short(sum.bytes)) of \(SizeText.short(footprint.bytes))"
    if rest.bytes.magnitude <= rest.tolerance.magnitude {
      return "\(words): equal within the rounding."
    }
    return rest.bytes < 0
      ? "\(words): \(SizeText.short(-rest.bytes)) more than the footprint: shared memory, or growth while vmmap ran."
      : "\(words): \(SizeText.short(rest.bytes)) is in no region, such as a virtual machine's memory."
  }
}

/// malloc's memory by zone.
extension ProcessDetailPage {
  private var malloc: [DocumentSection.Content] {
    guard let vmmap = detail.vmmap, !vmmap.content.zones.isEmpty else { return [] }
    let hasFootprint = detail.zones.contains { $0.footprint != nil }
    var rows = detail.zones.map { zone -> (size: Int, cells: [Cell]) in
      let size = zone.footprint
      let share = size.flatMap { size in zone.fragmentation.map { ($0.bytes, size.bytes) } }
      return (
        size?.bytes ?? zone.virtual?.bytes ?? 0,
        [
          .name(zone.name), hasFootprint ? .size(size) : .empty, .size(zone.allocated),
          hasFootprint ? .size(zone.fragmentation) : .empty,
          .share(share?.0, of: share?.1, "zone"), .count(zone.allocationCount),
          source(vmmap.member, zone.line),
        ]
      )
    }
    func add(_ name: String, _ size: Quantity?) {
      guard let size, size.bytes > size.tolerance else { return }
      rows.append((size.bytes, [.name(name), .size(size)] + Array(repeating: .empty, count: 5)))
    }
    add("MALLOC_LARGE (empty), in no zone", detail.keptEmpty)
    add("bookkeeping, in no zone", detail.mallocRemainder)
    let total = detail.mallocFootprint.map { ", \(SizeText.short($0.bytes))" } ?? ""
    return [
      .subheading("malloc by zone" + total), .table(table(ReportTables.mallocZones, rows)),
    ]
  }
}

/// Live blocks by class, and leaks.
extension ProcessDetailPage {
  private var live: [DocumentSection.Content] {
    guard let bytes = detail.liveBytes else { return [] }
    let blocks = detail.liveCount.map { " in \(SizeText.counted($0, "block"))" } ?? ""
    let heading = "Live blocks, \(SizeText.short(bytes.bytes))\(blocks)"
    guard let heap = detail.heap, !heap.content.classes.isEmpty else {
      return detail.heap == nil ? [] : [.subheading(heading)]
    }
    var rows = detail.classes.map { row -> (size: Int, cells: [Cell]) in
      (
        row.bytes.bytes,
        [
          .name(row.name), .size(row.bytes),
          .share(row.bytes.bytes, of: bytes.bytes, "live blocks"), .count(row.count),
          .name(row.type ?? ""), .name(row.binary ?? ""), source(heap.member, row.line),
        ]
      )
    }
    if let rest = detail.classesRemainder, rest.bytes > rest.tolerance {
      rows.append(
        (
          rest.bytes,
          [
            .name("in no class of this text"), .size(rest),
            .share(rest.bytes, of: bytes.bytes, "live blocks"),
          ] + Array(repeating: .empty, count: 4)
        ))
    }
    return [.subheading(heading), .table(table(ReportTables.classes, rows))]
  }

  private var leaks: [DocumentSection.Content] {
    guard let leaks = detail.leaks?.content, let count = leaks.leakCount,
      let bytes = leaks.leakedBytes
    else { return [] }
    let place = bytes.source.map { " (\($0.place))" } ?? ""
    guard count > 0 else {
      return [
        .paragraph(
          "No leaks\(place): the process still points to every block. Memory can grow all the same."
        )
      ]
    }
    return [
      .paragraph(
        "\(SizeText.counted(count, "leak")), \(SizeText.short(bytes.bytes))\(place): "
          + "live blocks that nothing points to.")
    ]
  }

  /// The identities that the text does not keep.
  private var checks: [DocumentSection.Content] {
    detail.checks.filter { !$0.holds }.map { check in
      let numbers = [check.stated, check.found].map {
        check.isSize ? SizeText.short($0.bytes) : SizeText.exact($0.bytes)
      }
      return .note(
        "Does not add up: \(check.subject): \(numbers[0]) stated, \(numbers[1]) by its parts.")
    }
  }

  /// The same process by footprint.
  private var agreement: [DocumentSection.Content] {
    let agreements = detail.agreements
    guard let process = detail.footprintProcess, let size = process.footprint else { return [] }
    var words = "footprint shows \(SizeText.short(size.bytes)) for the same process"
    let agreeing = agreements.filter(\.agrees).count
    if !agreements.isEmpty {
      words +=
        "; \(agreeing) of \(SizeText.counted(agreements.count, "category", plural: "categories")) agree with vmmap"
    }
    let others = agreements.filter { !$0.agrees }.prefix(3).map { agreement in
      "\(agreement.category) \(SizeText.short(agreement.byFootprint.bytes)) by footprint, "
        + "\(SizeText.short(agreement.byVmmap.bytes)) by vmmap"
    }
    let rows = agreements.map { agreement -> (size: Int, cells: [Cell]) in
      (
        agreement.byFootprint.bytes,
        [
          .name(agreement.category), .size(agreement.byFootprint), .size(agreement.byVmmap),
          .size(agreement.difference, form: .difference),
          .name(agreement.agrees ? "yes" : "no"),
        ]
      )
    }
    var table = table(ReportTables.agreement, rows)
    table.audience = .programs
    return [.note(([words] + others).joined(separator: "; ") + "."), .table(table)]
  }
}
