internal import AllocationBalance
public import MemoryAnalysis
internal import MemorySections

/// A comparison as a document: what the kernel's growth consists of, first.
extension Comparison: Presentable {
  /// The tables of a comparison, the kernel's components first.
  public static var tables: [TableShape] { ComparisonTables.all }

  /// The comparison's JSON.
  public var contract: any Encodable { ComparisonDocument(self) }

  /// The verdict, then what grew and what shrank.
  public var document: Document {
    let pages = ComparisonPages(comparison: self)
    var document = Document()
    document.verdict = pages.verdict
    document.cautions = caveats
    document.sections = [pages.archives] + pages.findings + [pages.charts] + pages.lists
    document.foot = [Document.units]
    return document
  }
}

/// The columns of a comparison's tables.
enum ComparisonTables {
  static let archives = TableShape(
    "archives", of: "archives",
    [
      Column(.word, "which", ""), Column(.name, "machine", "machine"),
      Column(.word, "capturedAt", "captured"), .bytes("kernelBytes", "kernel"),
      .bytes("userBytes", "user"), Column(.name, "path", nil),
    ])
  static let components = list("components", "component", of: "components that differ")
  static let zones = list("zones", "zone", of: "zones that differ")
  static let wired = list("wired", "wired memory", of: "rows that differ")
  static let kexts = list("kexts", "kext", of: "kexts that differ")
  static let processes = list("processes", "process", of: "processes that differ")
  static let categories = list("categories", "category", of: "categories that differ")

  static let all = [components, zones, wired, kexts, processes, categories, archives]

  private static func list(_ name: String, _ heading: String, of noun: String) -> TableShape {
    TableShape(
      name, of: noun,
      [
        Column(.name, "name", heading), .bytes("oldBytes", "old"), .bytes("newBytes", "new"),
        .bytes("deltaBytes", "change", tolerance: true), .bytes("bytesPerHour", "per hour"),
        Column(.word, "status", "", priority: 1),
      ])
  }
}

/// Builds the sections of a comparison's document.
struct ComparisonPages {
  let comparison: Comparison

  /// Between two machines nothing grew: one has more than the other.
  private var isOneMachine: Bool { comparison.relation.isSameMachine != false }

  /// How much the kernel grew, and what that consists of.
  var verdict: Verdict {
    guard let kernel = comparison.kernel else {
      return Verdict(
        "Kernel memory cannot be compared.",
        nextStep: "Compare two archives that both hold zprint or a kernel_task of footprint.")
    }
    if let whole = kernelTaskVerdict { return whole }
    let delta = kernel.delta.bytes
    let size = SizeText.short(Int(clamping: delta.magnitude))
    let change: String
    if delta == 0 {
      change = "Kernel memory is the same"
    } else if isOneMachine {
      change = "Kernel memory \(delta > 0 ? "grew" : "shrank") by \(size)"
    } else {
      change = "The second machine's kernel holds \(size) \(delta > 0 ? "more" : "less")"
    }
    let rate =
      comparison.relation.perHour(delta).map { ", \(SizeText.signed($0)) per hour" } ?? ""
    let parts = comparison.components
      .filter { $0.delta.bytes.signum() == delta.signum() && $0.status != .same }.prefix(3)
      .compactMap { part in
        SizeText.share(
          Int(clamping: part.delta.bytes.magnitude), of: Int(clamping: delta.magnitude)
        ).map { "\($0) of it is \(part.name)" }
      }
    let reasons = parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
    let worst = comparison.findings.findings.first { $0.severity > .info }
    return Verdict(
      "\(change)\(rate)\(reasons).", tone: worst == nil ? .plain : .alarming,
      nextStep: worst?.recommendation.nextStep)
  }

  /// Up to 10.10, where zones are all that zprint knows: by how much kernel_task differs, and how much
  /// of that lies outside zones; nil where top does not show kernel_task in both.
  private var kernelTaskVerdict: Verdict? {
    guard comparison.kernel?.origin == KernelFigure.Origin.zones.rawValue,
      let old = comparison.old.kernelOutsideZones, let new = comparison.new.kernelOutsideZones,
      let older = comparison.old.top?.kernelTask, let newer = comparison.new.top?.kernelTask,
      let zones = comparison.kernel?.delta
    else { return nil }
    let delta = newer - older
    let subject = isOneMachine ? "kernel_task changed by" : "The second machine's kernel_task:"
    let largest = comparison.components.prefix(3).map {
      "\($0.name) \(SizeText.signed($0.delta.bytes))"
    }
    return Verdict(
      "\(subject) \(SizeText.signed(delta.bytes)): zones \(SizeText.signed(zones.bytes)), outside "
        + "zones \(SizeText.signed((new - old).bytes)), which no tool of this release breaks down. "
        + "Largest: " + largest.joined(separator: ", ") + ".")
  }

  /// The two archives, and how they belong together.
  var archives: DocumentSection {
    let rows: [[Cell]] = [
      ("old", comparison.old, comparison.kernel?.old, comparison.user?.old),
      ("new", comparison.new, comparison.kernel?.new, comparison.user?.new),
    ].map { name, snapshot, kernel, user in
      let machine = [snapshot.model, snapshot.build].compactMap { $0 }.joined(separator: " ")
      return [
        .name(name), .name(machine),
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
  var findings: [DocumentSection] {
    [.findings(comparison.findings)]
  }

  /// What differs, list by list.
  var lists: [DocumentSection] {
    let components = comparison.components
    let known = Set(components.map(\.name))
    // A zone or row that is a component of its own is in the first list.
    let isRepeated = { (change: Change) in
      known.contains(change.name) || known.contains("zone " + change.name)
    }
    return [
      list(
        "Kernel memory by component", ComparisonTables.components, components,
        figure: comparison.kernel, isFirstScreen: true),
      list("Zones", ComparisonTables.zones, comparison.zones, isRepeated: isRepeated),
      list("Wired memory", ComparisonTables.wired, comparison.wired, isRepeated: isRepeated),
      list("Kext code", ComparisonTables.kexts, comparison.kexts),
      list("Processes", ComparisonTables.processes, comparison.processes, figure: comparison.user),
      list(
        "Categories of the processes' own memory", ComparisonTables.categories,
        comparison.categories),
    ]
  }

  private func list(
    _ heading: String, _ shape: TableShape, _ changes: [Change], figure: FigureChange? = nil,
    isFirstScreen: Bool = false, isRepeated: (Change) -> Bool = { _ in false }
  ) -> DocumentSection {
    let differing = changes.filter { $0.status != .same }
    let repeatsAll = !differing.isEmpty && differing.allSatisfy(isRepeated)
    return DocumentSection(
      shape.name, heading: heading, summary: figure.map(sum), isFirstScreen: isFirstScreen,
      contents: [
        .table(
          Table(
            shape, (repeatsAll ? [] : differing).map { Table.Row(cells($0)) }, audience: .readers)),
        .table(Table(shape, changes.map { Table.Row(cells($0)) }, audience: .programs)),
      ])
  }

  private func sum(_ figure: FigureChange) -> String {
    "\(SizeText.signed(figure.delta.bytes)): explained \(SizeText.signed(figure.explained.bytes)), "
      + "unexplained \(SizeText.signed(figure.unexplained.bytes)) (\(figure.origin))"
  }

  private func cells(_ change: Change) -> [Cell] {
    [
      .name(change.name), change.old.map { .size($0) } ?? .empty,
      change.new.map { .size($0) } ?? .empty, .size(change.delta, form: .difference),
      comparison.perHour(change).map { .size($0, form: .perHour) } ?? .empty,
      .name(word(change.status)),
    ]
  }

  private func word(_ status: Change.Status) -> String {
    guard !isOneMachine else { return status.rawValue }
    return switch status {
    case .grew: "more"
    case .shrank: "less"
    case .same: "same"
    case .new: "only second"
    case .gone: "only first"
    }
  }
}
