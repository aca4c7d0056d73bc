/// The numbers of texts that are in the store.
///
/// Texts come in nearly the same order in every archive, column by column. Each is first compared with
/// the one that stood there before; only then are all searched.
struct KnownNames {
  private struct Name {
    let text: String
    let id: Int64
  }

  /// The order of a column's texts, by their places in `names`.
  private struct Order {
    /// The texts of the snapshot before.
    var before: [Int32] = []
    /// Where in `before` the next text is expected.
    var next = 0
    /// The texts of this snapshot so far.
    var now: [Int32] = []

    mutating func begin() {
      swap(&before, &now)
      now.removeAll(keepingCapacity: true)
      next = 0
    }
  }

  /// The columns of a table that hold names.
  private struct Columns {
    let first: Int
    /// The snapshot that is read, by number.
    var snapshot: Int
  }

  private var names: [Name] = []
  private var places: [String: Int] = [:]
  private var orders: [Order] = []
  private var tables: [ObjectIdentifier: Columns] = [:]
  private var snapshot = 0
  /// What texts became by redaction; empty where there is none.
  private var rewritten: [String: String] = [:]

  /// The most columns of a table that hold names.
  private static let mostColumns = 8
  /// How many texts may be missing before the order is lost.
  private static let mostMissing = 16

  /// How many texts there are.
  var count: Int { max(names.count, rewritten.count) }

  /// Says that the texts of another snapshot come next.
  mutating func beginSnapshot() { snapshot += 1 }

  /// The first column of a table.
  mutating func columns(of table: any StoreTable.Type) -> Int {
    let table = ObjectIdentifier(table)
    guard let columns = tables[table] else {
      tables[table] = Columns(first: orders.count, snapshot: snapshot)
      orders += repeatElement(Order(), count: Self.mostColumns)
      return orders.count - Self.mostColumns
    }
    if columns.snapshot != snapshot {
      tables[table]?.snapshot = snapshot
      for column in columns.first..<columns.first + Self.mostColumns { orders[column].begin() }
    }
    return columns.first
  }

  /// Finds the number of a text.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - column: the column that it stands in, from the first column of its table on.
  /// - Returns: the number; nil when the text is not known.
  mutating func find(_ text: String, in column: Int) -> Int64? {
    guard orders.indices.contains(column) else { return places[text].map { names[$0].id } }
    let next = orders[column].next
    if next < orders[column].before.count {
      let likely = orders[column].before[next]
      if names[Int(likely)].text == text {
        orders[column].next = next + 1
        orders[column].now.append(likely)
        return names[Int(likely)].id
      }
    }
    guard let place = places[text] else { return nil }
    orders[column].now.append(Int32(clamping: place))
    let ahead = orders[column].before.dropFirst(next).prefix(Self.mostMissing)
    if let found = ahead.firstIndex(of: Int32(clamping: place)) { orders[column].next = found + 1 }
    return names[place].id
  }

  /// Adds a text, unless it is known.
  mutating func add(_ text: String, _ id: Int64) {
    guard places[text] == nil else { return }
    places[text] = names.count
    names.append(Name(text: text, id: id))
  }

  /// A text as a redacted store holds it; each is redacted once.
  mutating func written(_ text: String, by rewrite: (String) -> String) -> String {
    if let known = rewritten[text] { return known }
    let written = rewrite(text)
    rewritten[text] = written
    return written
  }
}
