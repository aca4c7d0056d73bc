/// The numbers of texts that are in the store.
///
/// Texts come in nearly the same order in every archive, column by column: the one that followed the
/// last text of its column before is tried before all are searched.
struct KnownNames {
  /// The order of a column's texts, by their places in `texts`.
  private struct Order {
    /// The text that came last.
    var last = 0
    /// For each text the one that came after it; itself where none has.
    var next: [Int32] = []
  }

  private var texts: [String] = []
  private var ids: [Int64] = []
  private var places: [String: Int] = [:]
  private var orders: [Order] = []
  private var tables: [ObjectIdentifier: Int] = [:]
  /// What texts became by redaction; empty where there is none.
  private var rewritten: [String: String] = [:]

  /// How many texts there are.
  var count: Int { max(ids.count, rewritten.count) }

  /// The most columns of a table that hold names.
  private static let mostColumns = 8

  /// The first column of a table.
  mutating func columns(of table: any StoreTable.Type) -> Int {
    let table = ObjectIdentifier(table)
    if let known = tables[table] { return known }
    tables[table] = orders.count
    orders += repeatElement(Order(), count: Self.mostColumns)
    return orders.count - Self.mostColumns
  }

  /// The number of a text; nil when it is not known.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - column: the column that it stands in, from the first column of its table on.
  mutating func find(_ text: String, in column: Int) -> Int64? {
    guard orders.indices.contains(column) else { return places[text].map { ids[$0] } }
    let last = orders[column].last
    if last < orders[column].next.count {
      let likely = Int(orders[column].next[last])
      if texts[likely] == text {
        orders[column].last = likely
        return ids[likely]
      }
      if texts[last] == text { return ids[last] }
    }
    guard let place = places[text] else { return nil }
    follow(place, in: column)
    return ids[place]
  }

  private mutating func follow(_ place: Int, in column: Int) {
    let missing = Int32(orders[column].next.count)..<Int32(clamping: texts.count)
    orders[column].next += missing
    orders[column].next[orders[column].last] = Int32(clamping: place)
    orders[column].last = place
  }

  /// Adds a text, unless it is known.
  mutating func add(_ text: String, _ id: Int64) {
    guard places[text] == nil else { return }
    places[text] = ids.count
    texts.append(text)
    ids.append(id)
  }

  /// A text as a redacted store holds it; each is redacted once.
  mutating func written(_ text: String, by rewrite: (String) -> String) -> String {
    if let known = rewritten[text] { return known }
    let written = rewrite(text)
    rewritten[text] = written
    return written
  }
}
