internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections
internal import Platform

/// Collects the rows of a snapshot, table by table.
struct SnapshotRows {
  private let names: NameFinder
  private var lists: RowLists
  private var rows: [PreparedRows] = []

  init(_ names: NameFinder) {
    self.names = names
    lists = RowLists(names)
  }

  /// The rows of each table, the lists last.
  var tables: [PreparedRows] { rows + [lists.row] }

  /// Adds rows in their order.
  mutating func add<Row: TableRow>(_ values: [Row]) {
    guard !values.isEmpty else { return }
    rows[index(of: Row.self)].add(values, isNumbered: true, names)
  }

  /// Adds rows to a list.
  mutating func list(_ values: [some ListRow]) {
    lists.add(values)
  }

  /// Adds the sections, and the rows of the first of each kind that could be read: the one in use.
  mutating func add(_ sections: [Section]) throws {
    var withRows: Set<SectionKind> = []
    for (place, section) in sections.enumerated() {
      // Most sections have no tables, and to ask each for what it conforms to takes long.
      let hasTables = Self.kindsWithTables.contains(section.kind)
      let tabled = hasTables ? section.content as? any TabledSection : nil
      let row = try SectionRow(section, tabled)
      rows[index(of: SectionRow.self)].add(row, keys: [place], names)
      for line in section.coverage.unreadLines {
        rows[index(of: Coverage.UnreadLine.self)].add(line, keys: [place, line.line], names)
      }
      guard section.content != nil, withRows.insert(section.kind).inserted else { continue }
      tabled?.write(to: &self)
    }
  }

  private static let kindsWithTables = Set(
    SectionKind.allCases.filter { $0.section is any TabledSection.Type })

  /// Adds the processes of a JetsamEvent that gives the user's figure: its section has no tables.
  mutating func addEventProcesses(_ processes: UserProcesses?) {
    guard let processes, processes.origin == .jetsamEvent else { return }
    list(
      processes.processes.map { process in
        ListedProcessRow(
          ListedProcess(
            name: process.name, pid: process.pid, footprint: process.footprint,
            lifetimePeak: process.lifetimePeak, line: process.source.line),
          list: processes.origin.rawValue)
      })
  }

  /// Adds findings with their evidence.
  mutating func add(_ findings: [Finding]) {
    for (place, finding) in findings.enumerated() {
      rows[index(of: Finding.self)].add(finding, keys: [place], names)
      for (ordinal, evidence) in finding.evidence.enumerated() {
        rows[index(of: Evidence.self)].add(evidence, keys: [place, ordinal], names)
      }
    }
  }

  /// Adds the sizes by name, in the order of their table as far as it is known: SQLite then appends them.
  mutating func addComponents(_ snapshot: Snapshot, _ balance: Balance) {
    var sums: [ComponentRow] = []
    let columns = names.columns(of: ComponentRow.self)
    for (kind, sizes) in ComponentKind.sizes(of: snapshot, balance) {
      // The names of each kind have an order of their own.
      let column = columns + kind.rawValue
      let sizes = sizes.map { (name: names.find($0.name, in: column), bytes: $0.bytes) }
      for (name, bytes) in sizes.sorted(by: { $0.name < $1.name }) {
        if let last = sums.last, last.kind == kind, last.name == name {
          sums[sums.count - 1].bytes = last.bytes.addingSaturated(bytes)
        } else {
          sums.append(ComponentRow(kind: kind, name: name, bytes: bytes))
        }
      }
    }
    guard !sums.isEmpty else { return }
    rows[index(of: ComponentRow.self)].add(sums, isNumbered: false, names)
  }

  /// Where the rows of a table stand; they are begun when there are none.
  private mutating func index(of table: any StoreTable.Type) -> Int {
    if let index = rows.lastIndex(where: { $0.table == table }) { return index }
    rows.append(PreparedRows(table))
    return rows.count - 1
  }
}
