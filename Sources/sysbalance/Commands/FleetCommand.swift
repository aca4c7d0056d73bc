internal import AllocationBalance
internal import MemoryAnalysis
internal import ArgumentParser
internal import ReportRendering
internal import SnapshotStore

/// Finds outlier machines in a store.
struct FleetCommand: EmittingCommand {
  static let configuration = CommandConfiguration(
    commandName: "fleet",
    abstract: "Find outlier machines in a store and what they have in common.",
    discussion: """
      Compares the latest snapshot of each machine with the median of machines of the same model, \
      installed memory and build; if there are too few of those, with the model over all builds. A \
      machine is an outlier when its kernel, or a part of it, exceeds the median in bytes, as a \
      multiple, and in robust standard deviations (1.4826 times the median absolute deviation). \
      Fisher's exact test, corrected for the number of kexts, names the third-party kexts that \
      outliers have in common. A shared kext is a correlation, not proof of who allocated the memory.

      With --format html, -o FILE.html writes one page; -o DIR writes index.html and a page of each \
      outlier.

      Examples:
        sysbalance fleet fleet.sqlite
        sysbalance fleet fleet.sqlite --format html -o fleet
      """)

  @Argument(help: "The store, made by batch --store.", completion: .file())
  var store: String

  @Option(
    help: ArgumentHelp(
      "Minimum excess over the median.", valueName: "MiB"))
  var excess = FleetThresholds.standard.excessBytes >> 20

  @Option(help: "Minimum robust standard deviations above the median.")
  var deviations = FleetThresholds.standard.robustDeviations

  @Option(help: "Minimum number of similar machines in a group.")
  var minMachines = FleetThresholds.standard.groupSize

  @Option(help: .hidden)
  var least: Int?

  @OptionGroup var selection: StoreFilterOptions
  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var emitting: EmitOptions
  @OptionGroup var speaking: SpeakingOptions

  func validate() throws {
    try emitting.check(Fleet.self)
    try redaction.validate([store])
    guard (1...(1 << 30)).contains(excess) else {
      throw ValidationError("--excess needs a number of MiB of at least 1")
    }
    guard deviations > 0, deviations.isFinite else {
      throw ValidationError("--deviations needs a number above 0")
    }
    guard least ?? minMachines > 2 else {
      throw ValidationError("--min-machines needs a number of at least 3")
    }
  }

  func console() -> Console {
    speaking.console(redaction.session([store] + [emitting.output.output].compactMap { $0 }))
  }

  func run(_ console: Console) throws {
    let store = try SnapshotStore(store, for: .reading)
    let stored = try store.fleet(selection.filter)
    guard !stored.machines.isEmpty else { throw try nothing(in: store) }
    let fleet = Fleet(
      stored.machines, stored.columns, stored.kexts, apps: stored.apps,
      findings: stored.findings, thresholds: thresholds)
    if emitting.format == .html, let folder = emitting.output.output, FleetSite.isFolder(folder) {
      let site = FleetSite(fleet: fleet, store: store, options: emitting.options(console))
      let left = try site.write(to: folder, mayReplace: emitting.output.force)
      if left > 0 {
        console.note("\(left) outliers have no page: the first \(FleetSite.mostPages) do")
      }
      return
    }
    let emitter = try emitting.emitter(console)
    try emitter.emitAlone(fleet)
    try emitter.commit()
  }

  private var thresholds: FleetThresholds {
    var thresholds = FleetThresholds.standard
    thresholds.excessBytes = excess << 20
    thresholds.robustDeviations = deviations
    thresholds.groupSize = least ?? minMachines
    return thresholds
  }

  /// Why there is no fleet, and what the store holds instead.
  private func nothing(in store: SnapshotStore) throws -> CommandFailure {
    let all = try store.list()
    guard !all.isEmpty else { return CommandFailure("\(store.path): the store holds no snapshot") }
    let machines = Set(all.map(\.machine)).count
    func names(_ values: [String?]) -> String {
      let names = Set(values.compactMap { $0 }).sorted()
      let more = names.count > 5 ? ", …" : ""
      return names.isEmpty ? "unknown" : names.prefix(5).joined(separator: ", ") + more
    }
    return CommandFailure(
      Printable.line(
        "\(store.path): no snapshot is of this selection; the store holds \(all.count) of "
          + "\(machines) machine\(machines == 1 ? "" : "s"): models \(names(all.map(\.summary.model)))"
          + "; builds \(names(all.map(\.summary.build)))"))
  }
}
