internal import Platform
internal import AllocationBalance
public import MemoryAnalysis
internal import MemorySections

/// A trend as a document: the verdict of the latest boot first.
extension Trend: Presentable {
  private static let kernel = shape("kernel", "component", of: "components that change")
  private static let apps = shape("apps", "app", of: "apps that change")
  private static let processes = shape("processes", "process", of: "processes that change")

  private static func shape(_ name: String, _ heading: String, of noun: String) -> TableShape {
    TableShape(
      name, of: noun,
      [
        Column(.name, "name", heading), Column(.course, "courseBytes", "course", priority: 1),
        .bytes("latestBytes", "latest"), .bytes("growthBytes", "change"),
        .bytes("bytesPerHour", "per hour"), Column(.number, "straightness", "r²", priority: 2),
        Column(.word, "verdict", "verdict"),
      ])
  }

  /// The kernel's components, the apps, and the processes.
  public static var tables: [TableShape] { [kernel, apps, processes] }

  /// The number of the boot, from 1, which leads every CSV row.
  public static var keyName: String? { "boot" }

  /// The trend's JSON.
  public var contract: any Encodable { TrendDocument(self) }

  /// The latest boot's verdict, then each boot.
  public var document: Document {
    var document = Document()
    document.verdict = boots.last.map { verdict($0) } ?? Self.nothing
    document.cautions = series.caveats + passedOver.map { "\($0.path) \($0.reason)" }
    document.sections = [chart] + boots.enumerated().flatMap { sections($1, number: $0 + 1) }
    document.foot = [Document.units]
    return document
  }

  private static let nothing = Verdict(
    "No trend: no archive can take part.",
    nextStep: "Take a sysdiagnose every few hours in one boot, and give them all.")

  /// The kernel over all boots; text leaves the section out.
  private var chart: DocumentSection {
    DocumentSection(
      "growth", heading: "Over time",
      contents: TrendChart(trend: self).chart.map { [.chart(.areas($0))] } ?? [])
  }

  private func verdict(_ boot: BootTrend) -> Verdict {
    let leaks = boot.components.filter { $0.verdict == .leaking }.sorted {
      ($0.bytesPerHour ?? 0) > ($1.bytesPerHour ?? 0)
    }
    if let worst = leaks.first {
      return Verdict(
        "LEAK: \(worst.name), growing \(Self.rate(worst.bytesPerHour)).", tone: .alarming,
        nextStep: "Restart before memory runs out, then find the extension or process that grows "
          + "along: `sysbalance compare OLD NEW`.")
    }
    guard let kernel = boot.kernel else {
      return Verdict("No kernel figure in these archives: only processes are compared.")
    }
    switch kernel.points.count {
    case ...1:
      return Verdict(
        "One capture: no growth rate possible.",
        nextStep: "Take another sysdiagnose hours later in the same boot.")
    case 2:
      return Verdict(
        "Two captures give a rate, but no verdict.",
        nextStep: "Take a third sysdiagnose in the same boot; a verdict needs 3 h.")
    default:
      guard kernel.verdict != .tooShort else {
        return Verdict(
          "No verdict: a verdict needs 3 h; these span \(SizeText.hours(boot.spanSeconds)).",
          nextStep: "Take another sysdiagnose later in the same boot.")
      }
      return Verdict("No leak found.")
    }
  }

  private func sections(_ boot: BootTrend, number: Int) -> [DocumentSection] {
    let first = boot.captures.first
    let machine = [first?.model, first?.build].compactMap { $0 }.joined(separator: " ")
    let captures =
      "\(SizeText.counted(boot.captures.count, "capture")) over \(SizeText.hours(boot.spanSeconds))"
    var contents: [DocumentSection.Content] = []
    if number > 1 { contents.append(.paragraph("rebooted: new series")) }
    if number < boots.count { contents.append(.paragraph(verdict(boot).sentence)) }
    contents += [exhaustionSentence(boot), bound(boot)].compactMap { $0 }.map { .paragraph($0) }
    let growths = [boot.kernel].compactMap { $0 } + boot.components
    contents.append(.table(table(Self.kernel, growths, number)))
    let heading = boots.count > 1 ? "Kernel memory, boot \(number)" : "Kernel memory"
    return [
      DocumentSection(
        "kernel-\(number)", heading: heading, summary: "\(machine): \(captures)",
        isFirstScreen: true, contents: contents),
      DocumentSection(
        "apps-\(number)", heading: "Processes by app",
        contents: [.table(table(Self.apps, boot.apps, number))]),
      DocumentSection(
        "processes-\(number)", heading: "Processes", contents: processes(boot, number)),
    ]
  }

  /// The processes; readers do not see one that is all of an app of its name.
  private func processes(_ boot: BootTrend, _ number: Int) -> [DocumentSection.Content] {
    let apps = Set(boot.apps)
    let toRead = boot.processes.filter { !apps.contains($0) }
    return [
      .table(table(Self.processes, toRead, number, audience: .readers)),
      .table(table(Self.processes, boot.processes, number, audience: .programs)),
    ]
  }

  private func table(
    _ shape: TableShape, _ growths: [Growth], _ boot: Int, audience: Table.Audience = .everyone
  ) -> Table {
    let rows = growths.filter { $0.growth != 0 }.map { growth -> Table.Row in
      Table.Row([
        .name(growth.name), .course(growth.points.map(\.bytes)),
        .size(growth.points.last?.bytes), .size(growth.growth, form: .difference),
        growth.bytesPerHour.flatMap { Int(exactly: $0.rounded()) }
          .map { .size($0, form: .perHour) } ?? .empty,
        growth.straightness.map { .number($0, text: SizeText.hundredths($0)) } ?? .empty,
        .name(Self.word(growth.verdict)),
      ])
    }
    return Table(shape, rows, key: .count(boot), audience: audience)
  }

  /// When the zone map will be full, in one sentence; nil when that is not known.
  func exhaustionSentence(_ boot: BootTrend) -> String? {
    guard let exhaustion = boot.exhaustion else { return nil }
    let origin =
      switch exhaustion.capacity.origin {
      case .jetsam, .kernelLog, .sysctl: "the kernel's own limit"
      case .panic: "what it held at the panic"
      case .addressSpace: "address space: the kernel stops before that"
      }
    let left = SizeText.hours(Int(saturating: max(0, exhaustion.hoursLeft * 3600)))
    let holder = exhaustion.capacity.zone.map { "\($0) holds" } ?? "Zones hold"
    return "\(holder) \(SizeText.short(exhaustion.used)) of "
      + "\(SizeText.short(exhaustion.capacity.size.bytes)) (\(origin), "
      + "\(exhaustion.capacity.source.place)): full in \(left) at this rate."
  }

  private func bound(_ boot: BootTrend) -> String? {
    boot.upperBound.map { bound in
      "Average since boot (up \(SizeText.hours(bound.uptimeSeconds))): at most "
        + "\(Self.rate(bound.bytesPerHour))."
    }
  }

  /// A rate without a sign: `1.37 GB/h`.
  private static func rate(_ bytesPerHour: Double?) -> String {
    guard let rate = bytesPerHour, let bytes = Int(exactly: rate.rounded()) else {
      return "at an unknown rate"
    }
    return "\(SizeText.short(bytes))/h"
  }

  private static func word(_ verdict: Growth.Verdict) -> String {
    switch verdict {
    case .tooFewCaptures: "no verdict"
    case .tooShort: "too short"
    default: verdict.rawValue
    }
  }
}
