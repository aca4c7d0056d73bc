/// Reads the rows of vmmap's two tables.
extension VmmapColumns {
  /// A row of the table of region types; nil when the line is not one.
  func regionType(
    _ line: Span<UInt8>, _ words: [Range<Int>], at source: Source
  ) -> RegionType? {
    guard let row = row(line, words) else { return nil }
    var type = RegionType(
      type: line.text(row.name), note: row.note.map { line.text($0) }, line: source.line)
    for (column, value) in zip(columns(of: row), row.values) {
      switch column {
      case .size(let column):
        guard let size = size(line, value, source) else { return nil }
        type[column] = size
      case .regionCount:
        guard let count = line.integer(value) else { return nil }
        type.regionCount = count
      default: break
      }
    }
    return type
  }

  /// A row of the table of malloc zones; nil when the line is not one.
  func zone(_ line: Span<UInt8>, _ words: [Range<Int>], at source: Source) -> MallocZone? {
    guard let row = row(line, words) else { return nil }
    let (label, address) = MallocZone.labelAndAddress(line.text(row.name))
    var zone = MallocZone(name: label, address: address, line: source.line)
    for (column, value) in zip(columns(of: row), row.values) {
      guard set(column, line, value, source, in: &zone) else { return nil }
    }
    return zone
  }

  private func set(
    _ column: Column, _ line: Span<UInt8>, _ value: Range<Int>, _ source: Source,
    in zone: inout MallocZone
  ) -> Bool {
    switch column {
    case .size(let column):
      guard let size = size(line, value, source) else { return false }
      zone[column] = size
    case .allocated, .fragmentation:
      guard let size = line.abbreviatedSize(value, at: source) else { return false }
      if column == .allocated { zone.allocated = size } else { zone.fragmentation = size }
    case .allocationCount, .regionCount:
      guard let count = line.integer(value) else { return false }
      if column == .regionCount { zone.regionCount = count } else { zone.allocationCount = count }
    case .fragmentationPercent, .fullPercent:
      guard line[value.upperBound - 1] == UInt8(ascii: "%"),
        let percent = line.integer(value.lowerBound..<(value.upperBound - 1))
      else { return false }
      if column == .fragmentationPercent { zone.fragmentationPercent = percent }
    case .otherSize: break
    }
    return true
  }

  /// A size; in a table of pages their number, which the parser multiplies when it knows their size.
  private func size(_ line: Span<UInt8>, _ value: Range<Int>, _ source: Source) -> Quantity? {
    guard countsPages else { return line.abbreviatedSize(value, at: source) }
    return line.integer(value).flatMap { pages in
      pages <= Quantity.largestBelieved ? Quantity(bytes: pages, source: source) : nil
    }
  }
}
