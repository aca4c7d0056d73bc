internal import GRDB
internal import MemoryAnalysis

extension MachineIdentity {
  /// The machine's row, made when there is none.
  ///
  /// A boot time is one of several that lie within what it may be off by; the nearest is taken, and
  /// the key is that of the first that was stored.
  func row(in database: Database, digest: String) throws -> Int64 {
    let known =
      switch self {
      case .booted(let model, let seconds, let jitter):
        try Int64.fetchOne(
          database.cachedStatement(
            sql: """
              SELECT id FROM machine WHERE model = ?1 AND host_name IS NULL
                AND boot_seconds BETWEEN ?2 - ?3 AND ?2 + ?3
              ORDER BY abs(boot_seconds - ?2), id LIMIT 1
              """), arguments: [model, seconds, jitter])
      case .named, .unknown:
        try Int64.fetchOne(
          database.cachedStatement(sql: "SELECT id FROM machine WHERE key = ?"),
          arguments: [key(digest)])
      }
    if let known { return known }
    let insert = try database.cachedStatement(
      sql: "INSERT INTO machine (key, model, host_name, boot_seconds) VALUES (?, ?, ?, ?)")
    try insert.execute(arguments: [key(digest), model, hostName, bootSeconds])
    return database.lastInsertedRowID
  }

  /// The name of the machine in the store: `Mac16,5 studio.local`.
  private func key(_ digest: String) -> String {
    key ?? "\(model ?? "unknown") snapshot \(digest.prefix(12))"
  }

  private var model: String? {
    switch self {
    case .named(let model, _), .booted(let model, _, _): model
    case .unknown(let model): model
    }
  }

  private var hostName: String? {
    if case .named(_, let hostName) = self { hostName } else { nil }
  }

  private var bootSeconds: Int? {
    if case .booted(_, let seconds, _) = self { seconds } else { nil }
  }
}
