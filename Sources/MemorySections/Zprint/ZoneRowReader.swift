internal import Platform

/// Parses the rows of a zone table.
///
/// ```
/// vm.object.hash.en$   40    9941K      13122K    254490    335923    238354    4K   102   C          130659K
/// data.kalloc.1024           1024    9437184K    9437184K    9437184     9437184     9437101    16K     16   C         0K        0K       912384M
/// ```
///
/// From 10.8 on every field has a leading blank, and blanks in names are printed as dots: the words
/// of a row are its fields, however pasted. In older layouts fields may touch. A row whose words do
/// not fit is then split as printf filled it (`TouchingFields`).
struct ZoneRowReader {
  let columns: ZoneColumns
  private var words: [Range<Int>] = []

  init(columns: ZoneColumns) {
    self.columns = columns
  }

  /// The zone of a row; nil when the line is not a complete row.
  mutating func zone(_ line: Span<UInt8>, at source: Source) -> Zone? {
    line.words(into: &words)
    if let reading = reading(line, fields: words, at: source) { return reading.zone }
    guard columns.elementWidthIsFive else { return nil }
    // One way to split the row is right: the one with sizes that agree with its counts. If two
    // remain, neither is trusted.
    var readings: [Reading] = []
    for fields in TouchingFields(columns: columns, words: words).readings(of: line) {
      if let reading = reading(line, fields: fields, at: source) { readings.append(reading) }
    }
    if readings.count > 1 {
      // A row no longer than its columns has no oversized field: the columns are its edges.
      let narrowest = line.trimmedLine.upperBound <= columns.rowEnd ? readings.first : nil
      readings.removeAll { !$0.agrees }
      if readings.isEmpty, let narrowest { readings = [narrowest] }
    }
    guard let zone = readings.first?.zone, readings.allSatisfy({ $0.zone == zone }) else {
      return nil
    }
    return zone
  }

  /// A row, and whether its sizes agree with its counts.
  private struct Reading {
    let zone: Zone
    let agrees: Bool
  }

  private func reading(_ line: Span<UInt8>, fields: [Range<Int>], at source: Source) -> Reading? {
    guard fields.count > ZoneColumns.fixed.count,
      let elementBytes = line.integer(fields[1]),
      let current = size(line, fields[2], source), let maximum = size(line, fields[3], source),
      let capacity = count(line, fields[4]), let ceiling = count(line, fields[5]),
      let inUse = line.integer(fields[6]),
      line.truncatedSize(fields[7], at: source) != nil, line.integer(fields[8]) != nil,
      let tail = tail(line, fields.dropFirst(9), source),
      let used = Self.product(elementBytes, inUse, source)
    else { return nil }
    let name = self.name(line, fields[0])
    let size = believed(
      unwrapped(current.value, near: capacity.value, of: elementBytes), capacity: capacity.value,
      inUse: inUse)
    let free = capacity.value.map { max(0, $0 - min(inUse, $0)) }
    let zone = Zone(
      name: name.text, nameIsTruncated: name.isTruncated, elementBytes: elementBytes,
      current: size, maximum: unwrapped(maximum.value, near: ceiling.value, of: elementBytes),
      inUseCount: inUse, capacityCount: capacity.value, flags: tail.flags,
      collectable: tail.collectable,
      fragmented: unwrapped(
        tail.fragmented, near: free, of: elementBytes,
        isWhole: used.bytes.isMultiple(of: 1024)),
      lifetime: tail.lifetime, used: used, line: source.line)
    let agrees =
      inUse <= capacity.value ?? .max && capacity.value ?? 0 <= ceiling.value ?? .max
      && Self.agree(zone.current, capacity.value, elementBytes)
      && Self.agree(zone.maximum, ceiling.value, elementBytes)
    return Reading(zone: zone, agrees: agrees)
  }

  /// A parsed field; nil for dashes.
  private struct Field<Value> {
    let value: Value?
  }

  private func size(_ line: Span<UInt8>, _ range: Range<Int>, _ source: Source) -> Field<Quantity>?
  {
    if line.isRun(of: UInt8(ascii: "-"), range, atLeast: 4) { return Field(value: nil) }
    return line.truncatedSize(range, at: source).map { Field(value: $0) }
  }

  private func count(_ line: Span<UInt8>, _ range: Range<Int>) -> Field<Int>? {
    if line.isRun(of: UInt8(ascii: "-"), range, atLeast: 4) { return Field(value: nil) }
    return line.integer(range).map { Field(value: $0) }
  }

  /// The current size; nil when it is redacted.
  ///
  /// A zone with elements in use has capacity. `0K` without capacity is redacted; `0K` with
  /// capacity is a size below 1 KiB.
  private func believed(_ current: Quantity?, capacity: Int?, inUse: Int) -> Quantity? {
    current?.bytes == 0 && capacity == 0 && inUse > 0 ? nil : current
  }

  /// A size of 10.7, restored from its lower 32 bits to the value nearest to the size of its
  /// elements.
  ///
  /// Source: <doc:ZprintFormats#Known-defects>, defect 3. Nil when a size wrapped and no count
  /// tells how often.
  /// `isWhole` says that the size is known to have no part of a KiB.
  private func unwrapped(
    _ size: Quantity?, near count: Int?, of element: Int, isWhole: Bool = false
  ) -> Quantity? {
    guard columns.printsLowBits, let size else { return size }
    let kibibytes = size.bytes >> 10
    let isNegative = kibibytes >= 1 << 32 - 1 << 21 && kibibytes < 1 << 32
    guard isNegative || kibibytes < 1 << 21 else { return size }
    guard let count, let expected = Self.product(element, count, size.source)?.bytes else {
      return nil
    }
    let low = size.bytes & (1 << 32 - 1)
    let times = max(0, expected - low + 1 << 31) >> 32
    var whole = size
    whole.bytes = low + times << 32
    // A negative number is truncated towards zero: the true size is lower, unless nothing was cut.
    // checked: the size is at most 2^50 and at least 0.
    if isNegative, !isWhole, !whole.bytes.isMultiple(of: 4096) { whole.bytes -= 1024 }
    return whole
  }

  /// Whether a size matches its elements within 1 KiB and one element; dashes match anything.
  private static func agree(_ size: Quantity?, _ count: Int?, _ element: Int) -> Bool {
    guard let size, let count else { return size == nil }
    let (bytes, overflows) = element.multipliedReportingOverflow(by: count)
    return !overflows
      && bytes.subtractingSaturated(size.bytes).magnitude <= element.addingSaturated(1024).magnitude
  }

  private static func product(_ size: Int, _ count: Int, _ source: Source?) -> Quantity? {
    let (bytes, overflows) = size.multipliedReportingOverflow(by: count)
    guard !overflows, bytes <= Quantity.largestBelieved else { return nil }
    return Quantity(bytes: bytes, source: source)
  }

  private func name(_ line: Span<UInt8>, _ range: Range<Int>) -> (text: String, isTruncated: Bool) {
    guard let last = range.last, line[last] == UInt8(ascii: "$") else {
      return (line.text(range), false)
    }
    return (line.text(range.lowerBound..<last), true)
  }
}

/// Parses the flags and optional columns at a row's end.
extension ZoneRowReader {
  private struct Tail {
    var flags: Zone.Flags = []
    var fragmented: Quantity?
    var collectable: Quantity?
    var lifetime: Quantity?
  }

  private func tail(
    _ line: Span<UInt8>, _ fields: ArraySlice<Range<Int>>, _ source: Source
  ) -> Tail? {
    var tail = Tail()
    var columns = self.columns.optional.makeIterator()
    for field in fields {
      let range = takeFlags(line, around: field, into: &tail.flags)
      if range.isEmpty { continue }
      guard let column = columns.next(), let value = optionalValue(line, range, source) else {
        return nil
      }
      switch column {
      case .wasted, .fragmented: tail.fragmented = value.value
      case .collectable: tail.collectable = value.value
      case .lifetime: tail.lifetime = value.value
      }
    }
    return columns.next() == nil ? tail : nil
  }

  /// A size after the flags; the inner value is nil when it is implausible.
  ///
  /// `frag` is unsigned and underflows where `cur size` is redacted
  /// (<doc:ZprintFormats#Known-defects>, defect 5). It is then unknown, and the row stays. A size
  /// in A's `wasted` may be negative.
  private func optionalValue(
    _ line: Span<UInt8>, _ range: Range<Int>, _ source: Source
  ) -> Field<Quantity>? {
    if let size = line.truncatedSize(range, at: source) { return Field(value: size) }
    let digits = line.starts(with: "-", at: range.lowerBound) ? range.dropFirst() : range[...]
    guard let last = digits.last, let first = digits.first else { return nil }
    if let bytes = line.integer(first..<(last + 1)) {
      let isNegative = digits.count < range.count
      return Field(value: isNegative ? nil : Quantity(bytes: bytes, source: source))
    }
    let isLongNumber = (first..<last).allSatisfy { line[$0].decimalDigit != nil }
    return isLongNumber && digits.count > 12 ? Field(value: nil) : nil
  }

  /// The field without flags at its ends; up to 10.7 they may touch the adjacent size.
  ///
  /// Examples: `4096PC` in A, `XAC12345678K` in B.
  private func takeFlags(
    _ line: Span<UInt8>, around field: Range<Int>, into flags: inout Zone.Flags
  ) -> Range<Int> {
    var rest = field
    while let first = rest.first, let flag = Zone.Flags(letter: line[first]) {
      flags.insert(flag)
      rest = rest.dropFirst()
    }
    while let last = rest.last, let flag = Zone.Flags(letter: line[last]) {
      flags.insert(flag)
      rest = rest.dropLast()
    }
    return rest
  }
}

extension Zone.Flags {
  /// The flag with a letter; nil when there is none.
  fileprivate init?(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "X"): self = .exhaustible
    case UInt8(ascii: "C"): self = .collectable
    case UInt8(ascii: "A"): self = .callerAccounted
    case UInt8(ascii: "P"): self = .pageable
    default: return nil
    }
  }
}
