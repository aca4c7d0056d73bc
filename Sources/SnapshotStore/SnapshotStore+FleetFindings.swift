internal import GRDB
internal import MemoryAnalysis

extension SnapshotStore {
  /// How often each rule found something on the latest snapshots of machines.
  ///
  /// - Parameters:
  ///   - database: the store.
  ///   - latest: the machines with their snapshots' numbers.
  /// - Returns: a count for each rule, severity, model and build, the most severe first, then the most
  ///   frequent.
  /// - Throws: what SQLite throws.
  static func findings(
    _ database: Database, on latest: [(id: Int64, machine: FleetMachine)]
  ) throws -> [FleetFinding] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT DISTINCT name.text, severity FROM finding JOIN name ON name.id = rule_id
        WHERE snapshot_id = ?
        """)
    var all: [Kind: Int] = [:]
    var paths: [Key: [String]] = [:]
    for (id, machine) in latest {
      let kind = Kind(model: machine.model, build: machine.build)
      all[kind, default: 0] += 1
      let cursor = try Row.fetchCursor(statement, arguments: [id])
      while let row = try cursor.next() {
        guard let severity = Severity(rawValue: row[1]) else { continue }
        paths[Key(rule: row[0], severity: severity, kind: kind), default: []]
          .append(machine.archivePath)
      }
    }
    return paths.map { key, paths in
      FleetFinding(
        id: key.rule, severity: key.severity, model: key.kind.model, build: key.kind.build,
        machines: paths.count, ofMachines: all[key.kind] ?? 0, archivePath: paths.min() ?? "")
    }.sorted { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      if left.machines != right.machines { return left.machines > right.machines }
      return (left.id, left.model ?? "", left.build ?? "")
        < (right.id, right.model ?? "", right.build ?? "")
    }
  }

  private struct Kind: Hashable {
    let model: String?
    let build: String?
  }

  private struct Key: Hashable {
    let rule: String
    let severity: Severity
    let kind: Kind
  }
}
