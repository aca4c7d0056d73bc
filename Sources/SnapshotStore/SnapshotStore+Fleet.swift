internal import AllocationBalance
public import MemoryAnalysis
internal import GRDB

/// What a store holds for a judgement of its machines.
public struct StoredFleet: Sendable {
  /// The machines, each by its latest snapshot of those that were asked for.
  public internal(set) var machines: [FleetMachine] = []
  /// The parts of their kernels.
  public internal(set) var columns = FleetColumns()
  /// Their third-party kexts.
  public internal(set) var kexts = FleetKexts()
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
    let (condition, arguments) = condition(filter)
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
      let machine: Int64 = row[1]
      if machine != last { snapshots.append((row[0], Self.machine(row))) }
      last = machine
    }
    return snapshots
  }

  private static func machine(_ row: Row) -> FleetMachine {
    var machine = FleetMachine(name: row[2], archivePath: row[3])
    machine.snapshotID = row[0]
    machine.model = row[4]
    machine.build = row[5]
    machine.osVersion = row[6]
    machine.capturedAt = row[7]
    machine.uptimeSeconds = row[8]
    machine.installedBytes = row[9]
    machine.kernelBytes = row[10]
    machine.kernelOrigin = (row[11] as String?).flatMap(KernelFigure.Origin.init)
    machine.kernelIsLowerBound = row[12] ?? false
    machine.userBytes = row[13]
    machine.saysKexts = row[14]
    return machine
  }
}

/// Reads the parts of kernels into columns, three hundred rows of each of ten thousand snapshots.
private struct FleetReader {
  private let components: Statement
  private let categories: Statement
  private let kexts: Statement
  private let name: Statement
  /// The column of each name, for each kind of component; -2 where it has none, -1 where it is not
  /// known yet.
  private var places: [[Int32]]
  private var names: [Int64: String] = [:]

  init(_ database: Database) throws {
    components = try database.makeStatement(
      sql: "SELECT kind, name_id, bytes FROM component WHERE snapshot_id = ? AND kind <= 3")
    // kernel_task's categories; several may have the same name.
    categories = try database.makeStatement(
      sql: """
        SELECT name_id, sum(dirty_bytes) FROM kernel_category WHERE snapshot_id = ? GROUP BY name_id
        """)
    kexts = try database.makeStatement(
      sql: "SELECT name_id, version_id FROM kext WHERE snapshot_id = ? AND is_third_party")
    name = try database.makeStatement(sql: "SELECT text FROM name WHERE id = ?")
    let count = try Int.fetchOne(database, sql: "SELECT max(id) FROM name") ?? 0
    places = [[Int32]](repeating: [Int32](repeating: -1, count: count + 1), count: 4)
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
    guard machine.saysKexts else { return }
    let cursor = try Row.fetchCursor(kexts, arguments: [snapshot])
    while let row = try cursor.next() {
      fleet.kexts.add(try text(row[0]), version: try text(row[1]), of: Int(place))
    }
  }

  private mutating func readComponents(
    _ snapshot: Int64, _ place: Int32, _ columns: inout FleetColumns
  ) throws {
    let cursor = try Row.fetchCursor(components, arguments: [snapshot])
    while let row = try cursor.next() {
      let column = try self.column(row[0], row[1], &columns)
      if column >= 0 { columns.add(row[2], to: column, of: place) }
    }
  }

  private mutating func readCategories(
    _ snapshot: Int64, _ place: Int32, _ columns: inout FleetColumns
  ) throws {
    let cursor = try Row.fetchCursor(categories, arguments: [snapshot])
    while let row = try cursor.next() {
      let column = try self.column(0, row[0], &columns)
      if column >= 0 { columns.add(row[1], to: column, of: place) }
    }
  }

  /// The column of a name; negative when what it names is no part of the kernel.
  private mutating func column(
    _ kind: Int, _ id: Int64, _ columns: inout FleetColumns
  ) throws -> Int32 {
    guard places.indices.contains(kind), places[kind].indices.contains(Int(id)) else { return -2 }
    let known = places[kind][Int(id)]
    if known != -1 { return known }
    let text = try text(id)
    let measure: FleetMeasure? =
      switch ComponentKind(rawValue: kind) {
      case .zone: FleetMeasure(.zone, text)
      case .wired: .wired(text)
      case .kextHeap: .kextHeap(text)
      case .kextImage: nil
      case nil: FleetMeasure(.category, text)
      }
    let place = measure.map { columns.place(of: $0) } ?? -2
    places[kind][Int(id)] = place
    return place
  }

  private mutating func text(_ id: Int64) throws -> String {
    if let text = names[id] { return text }
    let text = try String.fetchOne(name, arguments: [id]) ?? ""
    names[id] = text
    return text
  }
}
