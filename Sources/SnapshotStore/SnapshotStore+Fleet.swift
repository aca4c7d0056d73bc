internal import AllocationBalance
public import MemoryAnalysis
internal import GRDB
internal import Platform

/// What a store holds for a judgement of its machines.
public struct StoredFleet: Sendable {
  /// The machines, each by its latest snapshot of those that were asked for.
  public internal(set) var machines: [FleetMachine] = []
  /// The parts of their kernels.
  public internal(set) var columns = FleetColumns()
  /// Their third-party kexts.
  public internal(set) var kexts = FleetKexts()
  /// Their apps; a snapshot that was kept before version 6 has none.
  public internal(set) var apps = FleetApps()
  /// How often each rule found something.
  public internal(set) var findings: [FleetFinding] = []
}

extension SnapshotStore {
  /// Every machine by its latest snapshot that a filter lets through.
  ///
  /// A snapshot without a time comes before all that have one; of copies of one capture the one that
  /// says most is taken, as in the view `latest_snapshots`.
  ///
  /// - Throws: `StoreError` when the store cannot be read.
  public func fleet(_ filter: SnapshotFilter = SnapshotFilter()) throws(StoreError) -> StoredFleet {
    try read { database in
      var fleet = StoredFleet()
      let latest = try Self.latest(database, filter)
      fleet.machines = latest.map(\.machine)
      fleet.findings = try Self.findings(database, on: latest)
      var reader = try FleetReader(database)
      for (place, snapshot) in latest.enumerated() {
        try reader.read(snapshot.id, snapshot.machine, Int32(clamping: place), into: &fleet)
      }
      return fleet
    }
  }

  private static func latest(
    _ database: Database, _ filter: SnapshotFilter
  ) throws -> [(id: Int64, machine: FleetMachine)] {
    let (condition, arguments) = try condition(filter, database)
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT snapshot.id, machine_id, coalesce(machine.host_name, machine.key), path,
          snapshot.model, build, os_version, captured_at,
          captured_seconds - snapshot.boot_seconds, installed_bytes, kernel_bytes, kernel_source,
          kernel_is_lower_bound, user_bytes,
          EXISTS (SELECT 1 FROM section WHERE snapshot_id = snapshot.id AND kind = 'kextstat'
            AND failure IS NULL)
        FROM snapshot JOIN machine ON machine.id = machine_id
        \(condition)
        ORDER BY machine.key, machine_id, captured_seconds DESC, outcome = 'complete' DESC,
          members_seen DESC, snapshot.id DESC
        """, arguments: arguments)
    var snapshots: [(id: Int64, machine: FleetMachine)] = []
    var last: Int64?
    while let row = try cursor.next() {
      let machine: Int64 = try row.decode(atIndex: 1)
      if machine != last { snapshots.append((try row.decode(atIndex: 0), try Self.machine(row))) }
      last = machine
    }
    return snapshots
  }

  private static func machine(_ row: Row) throws -> FleetMachine {
    var machine = FleetMachine(
      name: try row.decode(atIndex: 2), archivePath: try row.decode(atIndex: 3))
    machine.snapshotID = try row.decode(atIndex: 0)
    machine.model = try row.decode(atIndex: 4)
    machine.build = try row.decode(atIndex: 5)
    machine.osVersion = try row.decode(atIndex: 6)
    machine.capturedAt = try row.decode(atIndex: 7)
    machine.uptimeSeconds = try row.decode(atIndex: 8)
    machine.installedBytes = try row.decode(atIndex: 9)
    machine.kernelBytes = try row.decode(atIndex: 10)
    machine.kernelOrigin = try row.decode(String?.self, atIndex: 11)
      .flatMap(KernelFigure.Origin.init)
    machine.kernelIsLowerBound = try row.decode(Bool?.self, atIndex: 12) ?? false
    machine.userBytes = try row.decode(atIndex: 13)
    machine.saysKexts = try row.decode(atIndex: 14)
    return machine
  }
}

/// A name of a kind of component, by its numbers in the store.
private struct ComponentName: Hashable {
  /// The number of a `ComponentKind`.
  let kind: Int
  let id: Int64
}

/// Reads the parts of kernels into columns, three hundred rows of each of ten thousand snapshots.
private struct FleetReader {
  private let components: Statement
  private let ofKind: Statement
  private let kexts: Statement
  private let name: Statement
  /// The column of each name that was met; -2 where it has none.
  private var places: [ComponentName: Int32] = [:]
  private var names: [Int64: String] = [:]

  init(_ database: Database) throws {
    components = try database.makeStatement(
      sql: "SELECT kind, name_id, bytes FROM component WHERE snapshot_id = ? AND kind <= 3")
    kexts = try database.makeStatement(
      sql: "SELECT name_id, version_id FROM kext WHERE snapshot_id = ? AND is_third_party")
    ofKind = try database.makeStatement(
      sql: "SELECT name_id, bytes FROM component WHERE snapshot_id = ? AND kind = ?")
    name = try database.makeStatement(sql: "SELECT text FROM name WHERE id = ?")
  }

  /// Reads one snapshot: of the kernel's parts those that its figure was made from.
  mutating func read(
    _ snapshot: Int64, _ machine: FleetMachine, _ place: Int32, into fleet: inout StoredFleet
  ) throws {
    switch machine.kernelOrigin {
    case .wiredTable, .zones, .vmStatWired, .topWired:
      try readComponents(snapshot, place, &fleet.columns)
    case .kernelTask: try readCategories(snapshot, place, &fleet.columns)
    case nil: break
    }
    try readApps(snapshot, Int(place), &fleet.apps)
    guard machine.saysKexts else { return }
    let cursor = try Row.fetchCursor(kexts, arguments: [snapshot])
    while let row = try cursor.next() {
      fleet.kexts.add(
        try text(row.decode(atIndex: 0)), version: try text(row.decode(atIndex: 1)),
        of: Int(place))
    }
  }

  private mutating func readComponents(
    _ snapshot: Int64, _ place: Int32, _ columns: inout FleetColumns
  ) throws {
    let cursor = try Row.fetchCursor(components, arguments: [snapshot])
    while let row = try cursor.next() {
      let column = try self.column(row.decode(atIndex: 0), row.decode(atIndex: 1), &columns)
      if column >= 0 { columns.add(try row.decode(atIndex: 2), to: column, of: place) }
    }
  }

  private mutating func readApps(
    _ snapshot: Int64, _ place: Int, _ apps: inout FleetApps
  ) throws {
    let cursor = try rows(of: .app, snapshot)
    while let row = try cursor.next() {
      apps.add(try row.decode(atIndex: 1), to: try text(row.decode(atIndex: 0)), of: place)
    }
  }

  private mutating func readCategories(
    _ snapshot: Int64, _ place: Int32, _ columns: inout FleetColumns
  ) throws {
    let cursor = try rows(of: .category, snapshot)
    while let row = try cursor.next() {
      let kind = ComponentKind.category.rawValue
      let column = try self.column(kind, row.decode(atIndex: 0), &columns)
      if column >= 0 { columns.add(try row.decode(atIndex: 1), to: column, of: place) }
    }
  }

  private func rows(of kind: ComponentKind, _ snapshot: Int64) throws -> RowCursor {
    try Row.fetchCursor(ofKind, arguments: [snapshot, kind.rawValue])
  }

  /// The column of a name; negative when what it names is no part of the kernel.
  private mutating func column(
    _ kind: Int, _ id: Int64, _ columns: inout FleetColumns
  ) throws -> Int32 {
    let component = ComponentName(kind: kind, id: id)
    if let known = places[component] { return known }
    let text = try text(id)
    let measure: FleetMeasure? =
      switch ComponentKind(rawValue: kind) {
      case .zone: FleetMeasure(.zone, text)
      case .wired: .wired(text)
      case .kextHeap: .kextHeap(text)
      case .category: FleetMeasure(.category, text)
      case .kextImage, .app, nil: nil
      }
    let place = measure.map { columns.place(of: $0) } ?? -2
    places[component] = place
    return place
  }

  private mutating func text(_ id: Int64) throws -> String {
    if let text = names[id] { return text }
    let text = try String.fetchOne(name, arguments: [id]) ?? ""
    names[id] = text
    return text
  }
}
