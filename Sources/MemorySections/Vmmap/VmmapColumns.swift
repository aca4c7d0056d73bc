/// The columns of one of vmmap's two tables, by its heading.
///
/// ```
///                                 VIRTUAL RESIDENT    DIRTY  SWAPPED VOLATILE   NONVOL    EMPTY   REGION
/// REGION TYPE                        SIZE     SIZE     SIZE     SIZE     SIZE     SIZE     SIZE    COUNT (non-coalesced)
///
///                                  VIRTUAL ALLOCATION      BYTES          REGION
/// MALLOC ZONE                         SIZE      COUNT  ALLOCATED  % FULL   COUNT
/// ```
///
/// The first line names the sizes of the second. Older outputs have one line, and the oldest sets its
/// only size in brackets. Source: <doc:VmmapFormats>.
struct VmmapColumns {
  let columns: [Column]
  /// Whether sizes are numbers of pages, as `-pages` prints them.
  var countsPages = false
  /// Whether each row's values are in brackets: Mac OS X 10.5.
  var isBracketed = false

  enum Column: Equatable {
    case size(RegionType.Column)
    /// A size without a meaning here.
    case otherSize
    case regionCount, allocationCount, allocated, fragmentation, fragmentationPercent, fullPercent
  }

  /// Reads the words after `REGION TYPE`; nil when they are not understood.
  init?(regionTypes words: some Collection<String>, below above: [String]) {
    let names = words.map { $0.filter { $0 != "[" && $0 != "]" } }.filter { !$0.isEmpty }
    isBracketed = words.contains { $0.hasPrefix("[") }
    if names.first.flatMap(RegionType.Column.init(rawValue:)) != nil {
      columns = names.filter { $0 != "REGION" }.map(Self.column)
      return
    }
    let kinds = names.filter { $0 != "(non-coalesced)" }
    countsPages = kinds.contains("PAGES")
    let sizes = Self.sizes(kinds.count { Self.isSize($0) }, above)
    guard let sizes, kinds.allSatisfy({ Self.isSize($0) || $0 == "COUNT" }) else { return nil }
    columns = sizes + kinds.filter { $0 == "COUNT" }.map { _ in .regionCount }
  }

  /// Reads the words after `MALLOC ZONE`; nil when they are not understood.
  init?(zones words: some Collection<String>, below above: [String]) {
    let words = Array(words)
    var kinds: [Column] = []
    var sizeCount = 0
    var place = 0
    while place < words.count {
      let next = place + 1 < words.count ? words[place + 1] : ""
      switch (words[place], next) {
      case ("FRAG", "SIZE"): kinds.append(.fragmentation)
      case ("%", "FRAG"): kinds.append(.fragmentationPercent)
      case ("%", "FULL"): kinds.append(.fullPercent)
      case ("ALLOCATED", _): kinds.append(.allocated)
      case ("COUNT", _):
        kinds.append(kinds.contains(.allocationCount) ? .regionCount : .allocationCount)
      case (let word, _) where Self.isSize(word): sizeCount += 1
      default: return nil
      }
      place += ["FRAG", "%"].contains(words[place]) ? 2 : 1
    }
    guard let sizes = Self.sizes(sizeCount, above), kinds.contains(.allocated) else { return nil }
    countsPages = words.contains("PAGES")
    columns = sizes + kinds
  }

  private static func isSize(_ word: String) -> Bool { word == "SIZE" || word == "PAGES" }

  private static func column(_ name: String) -> Column {
    name == "COUNT"
      ? .regionCount : RegionType.Column(rawValue: name).map { .size($0) } ?? .otherSize
  }

  /// The sizes that the first line of a heading names; without that line, those of a known layout.
  private static func sizes(_ count: Int, _ above: [String]) -> [Column]? {
    let named = above.prefix { $0 != "REGION" && $0 != "ALLOCATION" }
    if !named.isEmpty { return named.count == count ? named.map(column) : nil }
    let all = RegionType.Column.allCases
    return [1, 2, 4, all.count].contains(count) ? all.prefix(count).map { .size($0) } : nil
  }
}

/// Rows.
extension VmmapColumns {
  /// A row in its parts, as ranges of the line.
  struct Row {
    let name: Range<Int>
    let values: [Range<Int>]
    let note: Range<Int>?
  }

  /// Splits a row; nil when the line is not one.
  ///
  /// Names hold blanks and numbers (`Memory Tag 240`), notes only words. The values are therefore the
  /// words before a word that is no number, or before the end.
  func row(_ line: Span<UInt8>, _ words: [Range<Int>]) -> Row? {
    if isBracketed { return bracketedRow(line) }
    let isValue = words.map { line.isPrintedNumber($0) }
    for count in counts(line, words) where words.count > count {
      for start in 1...(words.count - count) {
        let end = start + count
        guard isValue[start..<end].allSatisfy({ $0 }), end == words.count || !isValue[end] else {
          continue
        }
        return Row(
          name: words[0].lowerBound..<words[start - 1].upperBound,
          values: Array(words[start..<end]),
          note: end < words.count ? words[end].lowerBound..<line.trimmedLine.upperBound : nil)
      }
    }
    return nil
  }

  /// How many values a row may have: an empty zone has no `% FULL`.
  private func counts(_ line: Span<UInt8>, _ words: [Range<Int>]) -> [Int] {
    guard columns.contains(.fullPercent),
      !words.contains(where: { line[$0.upperBound - 1] == UInt8(ascii: "%") })
    else { return [columns.count] }
    return [columns.count - 1]
  }

  /// The columns of a row with that many values.
  func columns(of row: Row) -> [Column] {
    row.values.count == columns.count ? columns : columns.filter { $0 != .fullPercent }
  }

  private func bracketedRow(_ line: Span<UInt8>) -> Row? {
    guard let open = (0..<line.count).last(where: { line[$0] == UInt8(ascii: "[") }), open > 0,
      let close = line.firstIndex(of: UInt8(ascii: "]"), in: open..<line.count)
    else { return nil }
    let name = line.trimmed(0..<open)
    var values: [Range<Int>] = []
    line.extracting((open + 1)..<close).words(into: &values)
    guard !name.isEmpty, values.count == columns.count else { return nil }
    let shift = open + 1
    return Row(
      name: name, values: values.map { ($0.lowerBound + shift)..<($0.upperBound + shift) },
      note: nil)
  }
}
