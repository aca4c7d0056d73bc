import MemorySections

@testable import MachineGenerator

/// Compares the parsed with the printed member.
struct Comparison {
  private(set) var differences: [String] = []
  private(set) var rows = 0
  private(set) var values = 0

  mutating func fail(_ message: String) { differences.append(message) }

  /// Whether a condition holds.
  mutating func holds(_ what: @autoclosure () -> String, _ condition: Bool) {
    values += 1
    if !condition { fail(what()) }
  }

  /// Whether two values are the same.
  mutating func same<Value: Equatable>(
    _ what: @autoclosure () -> String, _ read: Value, _ truth: Value
  ) {
    values += 1
    if read != truth { fail("\(what()): read \(read), printed \(truth)") }
  }

  /// Checks that a size, its line and its tolerance are as printed.
  mutating func size(
    _ what: @autoclosure () -> String, _ read: Quantity?, _ truth: SizeTruth, line: Int
  ) {
    values += 1
    let isRight: Bool =
      switch truth {
      case .unknown: read == nil
      case .exact(let bytes):
        read.map { ($0.bytes, $0.tolerance, $0.line) == (bytes, 0, line) } ?? false
      case .truncated(let bytes, let unit):
        read.map { ($0.bytes, $0.tolerance, $0.line) == (bytes / unit * unit, unit - 1, line) }
          ?? false
      case .rounded(let bytes, let place):
        read.map {
          abs($0.bytes - bytes) <= $0.tolerance && $0.tolerance <= place / 2 + 2 && $0.line == line
        } ?? false
      }
    if !isRight {
      fail("line \(line), \(what()): read \(read.map { "\($0)" } ?? "nothing"), printed \(truth)")
    }
  }

  /// Compares a section with the text that it was read from.
  mutating func compare(_ section: Section, _ text: PrintedText) {
    rows += section.coverage.rows
    switch section.content {
    case let zprint as Zprint: compare(zprint, text)
    case let kextstat as Kextstat: compare(kextstat, text)
    case let footprint as Footprint: compare(footprint, text)
    case let vmStat as VMStat: compare(vmStat, text)
    case nil: break
    case .some: fail("a section of another kind")
    }
    compareCoverage(section, text)
  }

  private mutating func compareCoverage(_ section: Section, _ text: PrintedText) {
    let count = RowCount(text)
    let coverage = section.coverage
    same("all rows", coverage.rows + coverage.unreadLineCount, count.all)
    values += 1
    if coverage.unreadLineCount < count.impossible
      || coverage.unreadLineCount > count.impossible + count.uncertain
    {
      fail("unread \(coverage.unreadLines), expected \(count)")
    }
    if section.content == nil, count.certain > 0 { fail("nothing was read of \(count)") }
    same("whole", coverage.isWhole, true)
  }
}

/// How many rows a text has.
private struct RowCount {
  var certain = 0
  var uncertain = 0
  var impossible = 0
  var all: Int { certain + uncertain + impossible }

  init(_ text: PrintedText) {
    for line in text.lines {
      switch line.truth {
      case .furniture, .heading, .message, .sharing, .sharedCache: break
      case .zoneTotal(_, .unknown): break
      case .zone(let zone):
        switch zone.reading {
        case .certain: certain += 1
        case .uncertain: uncertain += 1
        case .impossible: impossible += 1
        }
      default: certain += 1
      }
    }
  }
}
