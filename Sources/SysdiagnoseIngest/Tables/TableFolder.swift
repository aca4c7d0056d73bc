public import ReportRendering
internal import Synchronization

/// A folder of exported tables, which appear whole or not at all.
///
/// ```
/// schema.json  duckdb.sql  snapshots.jsonl  machines.jsonl  zones.jsonl  …
/// ```
///
/// Content is written once: of copies of one capture the first that was read whole, and only without
/// such a one the first damaged one. Damaged captures therefore wait until all are known.
public final class TableFolder: Sendable {
  private let path: String
  private let mayReplace: Bool
  private let format: ExportFormat
  private let suffix: String
  private let state: Mutex<State>

  private static let schema = "schema.json"
  private static let script = "duckdb.sql"

  private struct State {
    let staging: StagingFolder
    var files: [TableFile] = []
    let waiting: WaitingRows
    var snapshots: Set<String> = []
    var machines: Set<String> = []

    /// Writes the rows of tables of one scope.
    func write(_ rows: RenderedRows, of scope: ExportTable.Scope) throws(FileError) {
      for (place, table) in ExportTable.all.enumerated() where table.scope == scope {
        try files[place].write(rows.tables[place])
      }
    }

    /// Writes the rows of a snapshot, unless the same content was written before.
    mutating func writeOnce(_ rows: RenderedRows) throws(FileError) {
      guard let snapshot = rows.snapshot, snapshots.insert(snapshot).inserted else { return }
      try write(rows, of: .snapshot)
      guard let machine = rows.machine, machines.insert(machine).inserted else { return }
      try write(rows, of: .machine)
    }
  }

  /// Creates the files under temporary names.
  ///
  /// - Parameters:
  ///   - path: the folder; it is made when there is none.
  ///   - format: the form of the files.
  ///   - isCompressed: whether they are compressed with gzip.
  ///   - mayReplace: whether files that are there are replaced.
  /// - Throws: `FileError` when the folder cannot be written to, or holds such files.
  public init(
    _ path: String, format: ExportFormat, isCompressed: Bool, mayReplace: Bool
  ) throws(FileError) {
    self.path = path
    self.mayReplace = mayReplace
    self.format = format
    suffix = ".\(format.rawValue)" + (isCompressed ? ".gz" : "")
    for name in Self.names(suffix) {
      try FilePlacing.check("\(path)/\(name)", mayReplace: mayReplace)
    }
    let staging = try StagingFolder(beside: path)
    var state = State(staging: staging, waiting: try WaitingRows(staging.path(of: "waiting")))
    for table in ExportTable.all {
      let file = try TableFile(
        staging.path(of: table.name + suffix), isCompressed: isCompressed)
      try file.write(format.opening(of: table))
      state.files.append(file)
    }
    self.state = Mutex(state)
  }

  /// Adds the rows of a capture, which have the form of this folder.
  ///
  /// - Throws: `FileError` when they cannot be written.
  public func add(_ rows: RenderedRows) throws(FileError) {
    try state.withLock { state throws(FileError) in
      try state.write(rows, of: .archive)
      if rows.isSound {
        try state.writeOnce(rows)
      } else if let snapshot = rows.snapshot, !state.snapshots.contains(snapshot) {
        try state.waiting.add(rows)
      }
    }
  }

  /// Moves the files into the folder.
  ///
  /// - Throws: `FileError` when they cannot be written, or something is in their place by now.
  public func commit() throws(FileError) {
    try state.withLock { state throws(FileError) in
      var ended = state
      try state.waiting.forEach { rows throws(FileError) in try ended.writeOnce(rows) }
      for file in state.files { try file.finish() }
      for (name, text) in [
        (Self.schema, ExportSchema.json), (Self.script, DuckDBScript.text(format, suffix: suffix)),
      ] {
        let file = try TableFile(state.staging.path(of: name), isCompressed: false)
        try file.write(Array(text.utf8))
        try file.finish()
      }
      try state.staging.move(Self.names(suffix), into: path, mayReplace: mayReplace)
    }
  }

  private static func names(_ suffix: String) -> [String] {
    ExportTable.all.map { $0.name + suffix } + [schema, script]
  }
}
