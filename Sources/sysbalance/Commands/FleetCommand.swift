internal import AllocationBalance
internal import MemoryAnalysis
internal import ArgumentParser
internal import ReportRendering
internal import SnapshotStore

/// Which machines of a store stand out from their like.
struct FleetCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "fleet",
    abstract: "Say which machines of a store stand out from their like, and what they share.",
    discussion: """
      The latest snapshot of each machine is held against the median of the machines of its model, \
      installed memory and build; where those are too few, against the model over all builds. A \
      machine stands out when its kernel or a part of it is far above the median by all of: bytes, \
      times the median, and robust standard deviations (1.4826 times the median distance from the \
      median). Third-party kexts that such machines have and the others have not are named by \
      Fisher's exact test, corrected for the number of kexts. What is shared is no proof of who \
      allocated it.
      """)

  @Argument(help: "The store, made by batch --store.")
  var store: String

  @Option(help: "text, json or csv.")
  var format = Format.text

  @Option(
    help: "Which table to write as CSV: outliers, machines, measures or kexts.",
    transform: { text in
      guard let table = FleetCSV.Table(rawValue: text) else {
        throw ValidationError("--table takes outliers, machines, measures or kexts")
      }
      return table
    })
  var table: FleetCSV.Table?

  @Option(help: "How many rows of each list the text shows; JSON and CSV have all.")
  var top = 10

  @Option(
    help: ArgumentHelp(
      "How far above the median a size must be, whatever the spread.", valueName: "MiB"))
  var excess = FleetThresholds.standard.excessBytes >> 20

  @Option(help: "How many robust standard deviations above the median a value must be.")
  var deviations = FleetThresholds.standard.robustDeviations

  @Option(help: "How many machines there must be to tell what is usual.")
  var least = FleetThresholds.standard.groupSize

  @OptionGroup var selection: StoreFilterOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var speaking: SpeakingOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  func validate() throws {
    guard top > 0 else { throw ValidationError("--top takes a number from 1 on") }
    guard (1...(1 << 30)).contains(excess) else {
      throw ValidationError("--excess takes a number of MiB from 1 on")
    }
    guard deviations > 0, deviations.isFinite else {
      throw ValidationError("--deviations takes a number above 0")
    }
    guard least > 2 else { throw ValidationError("--least takes a number from 3 on") }
    guard table == nil || format == .csv else {
      throw ValidationError("--table is for --format csv")
    }
  }

  func console() -> Console { speaking.console() }

  func run(_ console: Console) throws {
    let store = try SnapshotStore(store, for: .reading)
    let stored = try store.fleet(selection.filter)
    guard !stored.machines.isEmpty else { throw try nothing(in: store) }
    let destination = try output.destination(console)
    let fleet = Fleet(stored.machines, stored.columns, stored.kexts, thresholds: thresholds)
    switch format {
    case .json: try destination.write(JSONRenderer.document(fleet))
    case .csv: try destination.write(FleetCSV.render(fleet, table ?? .outliers))
    case .text:
      let style = TextStyle(usesColor: speaking.color.usesColor(toFile: output.output != nil))
      try destination.write(TextFleet(fleet, style: style, top: top).render())
    }
    try destination.commit()
  }

  private var thresholds: FleetThresholds {
    var thresholds = FleetThresholds.standard
    thresholds.excessBytes = excess << 20
    thresholds.robustDeviations = deviations
    thresholds.groupSize = least
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
