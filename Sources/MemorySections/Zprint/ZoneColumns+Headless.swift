/// The columns of a table without a header (`zprint -H`), derived from the ends of a row's fields.
///
/// ```
/// vm.objects                   256      22704K      29216K      90816      116864       87877    16K     64  C
/// ```
///
/// Source: the widths of each release's printf (<doc:ZprintFormats#Zone-table>).
extension ZoneColumns {
  /// The widths of the fixed columns: 10.8 and later, 10.7, 10.7 with a wide maximum, 10.6 and
  /// older.
  private static let widths = [
    [7, 12, 12, 11, 12, 12, 7, 7], [5, 9, 9, 10, 10, 10, 6, 6], [5, 9, 12, 10, 10, 10, 6, 6],
    [5, 7, 7, 7, 7, 6, 6, 6],
  ]

  /// Derives the columns from a row; nil when the layout is unknown.
  init?(row line: Span<UInt8>) {
    for widths in Self.widths {
      for nameEnd in [25, 18] {
        var edges: [Int] = []
        for width in widths { edges.append((edges.last ?? nameEnd) + width) }
        guard Self.fit(edges, nameEnd, line), let last = edges.last else { continue }
        self.init(nameEnd: nameEnd, edges: edges, optional: [])
        guard let optional = optional(line, after: last) else { return nil }
        self.init(nameEnd: nameEnd, edges: edges, optional: optional)
        return
      }
    }
    return nil
  }

  /// Whether each field of a row ends at its column's edge.
  private static func fit(_ edges: [Int], _ nameEnd: Int, _ line: Span<UInt8>) -> Bool {
    guard let last = edges.last, last <= line.count, !line[0].isBlank else { return false }
    var start = nameEnd
    for (edge, isSize) in zip(edges, isSize) {
      let field = line.trimmed(start..<edge)
      guard let first = field.first, field.upperBound == edge else { return false }
      let isDashed = line.isRun(of: UInt8(ascii: "-"), field, atLeast: 4)
      let end = isSize ? edge - 1 : edge
      let isNumber = line.integer(first..<end) != nil && (!isSize || line[end] == UInt8(ascii: "K"))
      guard isDashed || isNumber else { return false }
      start = edge
    }
    return true
  }

  /// The columns after the flags, derived from the number and position of their values.
  private func optional(_ line: Span<UInt8>, after edge: Int) -> [Optional]? {
    var words: [Range<Int>] = []
    line.words(into: &words)
    let values = words.filter { word in
      word.upperBound > edge
        && (max(word.lowerBound, edge)..<word.upperBound).contains {
          line[$0].decimalDigit != nil
        }
    }
    switch (values.count, nameIsNarrow) {
    case (0, _): return []
    case (1, true):
      // The field is ten wide after the flags; bytes ever allocated take seventeen.
      return values[0].upperBound - edge <= 14 ? [.wasted] : [.lifetime]
    case (2, true): return [.wasted, .lifetime]
    case (1, false): return [.lifetime]
    case (2, false): return [.fragmented, .collectable]
    case (3, false): return [.fragmented, .collectable, .lifetime]
    default: return nil
    }
  }
}
