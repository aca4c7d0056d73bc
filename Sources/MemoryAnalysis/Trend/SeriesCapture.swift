public import AllocationBalance
internal import MemorySections

/// The figures of one snapshot that a trend compares.
///
/// They take some tens of kilobytes, and a snapshot takes nearly a megabyte: a trend of a thousand
/// archives keeps these alone.
public struct SeriesCapture: Sendable {
  /// The archive.
  public let archive: CapturedArchive
  /// The capture time, in seconds since 1970.
  public let time: Int
  /// The platform, `macOS`; nil when unknown.
  public let platform: String?
  /// The machine's model, `Mac16,5`; nil when unknown.
  public let model: String?
  /// The OS build, `23E224`; nil when unknown.
  public let build: String?
  /// The OS version, `14.4`; nil when unknown.
  public let osVersion: String?
  /// The boot time that sysctl prints, in seconds since 1970; nil without it.
  public let printedBootTime: Int?

  /// What tells its machine and boot from others.
  let facts: MachineFacts
  /// How much of the archive was read: of two copies the fuller one counts.
  let scan: Scan
  /// The kernel's memory from the best source; nil without any.
  let kernelFigure: KernelFigure?
  /// Whether zprint does not give the zones' sizes.
  let isRedacted: Bool
  /// The size of all zones in bytes; nil when unknown.
  let zonesSize: Int?
  /// The capacity of the zone map; nil when the archive does not state it.
  let zoneMapCapacity: ZoneMapCapacity?
  /// The processes by each list that the snapshot has.
  let processes: [UserFigure.Origin: Processes]
  private let kernels: [KernelBasis: Kernel]

  /// How much of an archive was read.
  struct Scan {
    let isComplete: Bool
    let membersSeen: Int
  }

  /// The kernel's memory on one basis.
  struct Kernel {
    /// The kernel as a whole, in bytes.
    let bytes: Int
    /// Its components; nil when no table breaks it down.
    let components: NumberedSizes?
  }

  /// The processes of one list; nil when it lists none but the kernel.
  struct Processes {
    let byApp: NumberedSizes?
    let byName: NumberedSizes?
  }

  /// Takes the figures from a snapshot; nil when it does not say when it was captured.
  init?(_ snapshot: Snapshot, _ names: inout NameNumbers) {
    guard let time = snapshot.archive.capturedSeconds else { return nil }
    self.time = time
    archive = snapshot.archive
    platform = snapshot.platform
    model = snapshot.model
    build = snapshot.build
    osVersion = snapshot.osVersion
    printedBootTime = snapshot.sysctl?.bootTime
    facts = MachineFacts(snapshot)
    scan = Scan(
      isComplete: snapshot.scan.outcome == .complete, membersSeen: snapshot.scan.membersSeen)
    kernelFigure = KernelFigure(snapshot)
    isRedacted = snapshot.zprint?.isRedacted == true
    zonesSize = snapshot.zprint?.zonesSize?.bytes
    zoneMapCapacity = ZoneMapCapacity(snapshot)
    kernels = Self.kernels(snapshot, &names)
    processes = Self.processes(snapshot, &names)
  }

  /// The kernel's memory on a basis; nil when the snapshot lacks its source.
  func kernel(on basis: KernelBasis) -> Kernel? {
    kernels[basis]
      ?? kernels[KernelBasis(origin: basis.origin, countsElementsInUse: false)]
  }

  /// Whether the snapshot has a source of the kernel's memory.
  func hasKernel(from origin: KernelFigure.Origin?) -> Bool {
    kernels[KernelBasis(origin: origin, countsElementsInUse: false)] != nil
  }

  private static func kernels(
    _ snapshot: Snapshot, _ names: inout NameNumbers
  ) -> [KernelBasis: Kernel] {
    var kernels: [KernelBasis: Kernel] = [:]
    for origin in KernelFigure.Origin.allCases {
      // Which zones count is known only when all captures are.
      for countsElementsInUse in origin.countsZones ? [false, true] : [false] {
        let basis = KernelBasis(origin: origin, countsElementsInUse: countsElementsInUse)
        kernels[basis] = basis.figure(snapshot).map { figure in
          Kernel(
            bytes: figure.bytes,
            components: basis.components(snapshot).map { NumberedSizes($0, &names) })
        }
      }
    }
    return kernels
  }

  private static func processes(
    _ snapshot: Snapshot, _ names: inout NameNumbers
  ) -> [UserFigure.Origin: Processes] {
    var processes: [UserFigure.Origin: Processes] = [:]
    for list in UserProcesses.all(snapshot) {
      processes[list.origin] = Processes(
        byApp: snapshot.processSizes(from: list, by: \.app).map { NumberedSizes($0, &names) },
        byName: snapshot.processSizes(from: list).map { NumberedSizes($0, &names) })
    }
    return processes
  }
}

extension KernelFigure.Origin {
  /// Whether the figure counts zones, each by its size or by its elements in use.
  fileprivate var countsZones: Bool {
    switch self {
    case .wiredTable, .zones: true
    case .kernelTask, .vmStatWired, .topWired: false
    }
  }
}
