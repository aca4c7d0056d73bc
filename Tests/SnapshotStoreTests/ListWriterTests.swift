import Foundation
import Testing

@testable import SnapshotStore

/// The text of lists of rows.
struct ListWriterTests {
  /// What stands in the columns of a row.
  private enum Value {
    case number(Int64?)
    case fraction(Double?)
    case text(String?)
    case name(String?)
  }

  private struct TestRow: ListRow {
    static let table = "test"
    static let columns = ""
    var values: [Value]

    func fill(_ row: inout some RowSink) {
      for value in values {
        switch value {
        case .number(let number): row.add(number)
        case .fraction(let fraction): row.add(fraction)
        case .text(let text): row.add(text)
        case .name(let name): row.add(name: name)
        }
      }
    }
  }

  /// Writes rows, and gives the text with numbers for the names that were not known.
  private static func text(
    _ rows: [[Value]], knowing known: KnownNames = KnownNames(), numbers: [Int64] = []
  ) -> String {
    var writer = ListWriter(NameFinder(knowing: known, rewrite: nil))
    let list = writer.add(rows.map { TestRow(values: $0) }, to: nil)
    return list.text(in: writer.text, numbers)
  }

  @Test("whole numbers are written with all their digits")
  func numbers() {
    var numbers: [Int64] = [0, -1, .max, .min, .max - 1]
    var power: Int64 = 1
    for _ in 0..<18 {
      power *= 10
      numbers += [power, power - 1, -power]
    }
    let expected = numbers.map { String($0) }.joined(separator: ",")
    #expect(Self.text([numbers.map { .number($0) }]) == "[[\(expected)]]")
  }

  @Test("what is unknown is null, and so is what JSON has no number for")
  func unknown() {
    let values: [Value] = [
      .number(nil), .fraction(nil), .text(nil), .name(nil), .fraction(.infinity), .fraction(.nan),
      .fraction(0.25), .fraction(-3),
    ]
    #expect(Self.text([values]) == "[[null,null,null,null,null,null,0.25,-3]]")
  }

  @Test("there may be no rows, and rows without values")
  func empty() {
    #expect(Self.text([]) == "[]")
    #expect(Self.text([[], []]) == "[[],[]]")
  }

  @Test(
    "any text is read back as it was",
    arguments: [
      "", "zone", "seven b", "eight by", "nine byte", "a \"quote\" and \\", "line\nline\t\r\u{1}",
      "é 🙂 \u{202E} \u{7F}", "0123456789\u{0}", String(repeating: "long ", count: 5000),
      "]],[[,", String(repeating: "é", count: 3000),
    ])
  func texts(_ text: String) throws {
    let json = Self.text([[.text(text), .number(7)], [.text(text)]])
    let rows = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[any Sendable]])
    #expect(rows.count == 2)
    #expect(rows[0][0] as? String == text)
    #expect(rows[0][1] as? Int == 7)
    #expect(rows[1][0] as? String == text)
  }

  @Test("a new name gets its number where it stands, and each has one number")
  func newNames() {
    var known = KnownNames()
    known.add("kalloc", 4)
    let rows: [[Value]] = [
      [.name("new"), .name("kalloc"), .name("other")], [.number(1), .name("new")],
    ]
    #expect(
      Self.text(rows, knowing: known, numbers: [1234, 56]) == "[[1234,4,56],[1,1234]]")
  }

  @Test("a list goes on behind others, with the gaps that it had")
  func continued() {
    var known = KnownNames()
    known.add("kalloc", 4)
    var writer = ListWriter(NameFinder(knowing: known, rewrite: nil))
    let rows: [[Value]] = [[.name("new"), .number(-1)], [.name("kalloc"), .name("second")]]
    let first = writer.add([TestRow(values: rows[0])], to: nil)
    let between = writer.add([TestRow(values: [.text("between")])], to: nil)
    let whole = writer.add([TestRow(values: rows[1]), TestRow(values: rows[0])], to: first)
    let bytes = writer.text
    #expect(first.text(in: bytes, [10, 200]) == "[[10,-1]]")
    #expect(between.text(in: bytes, []) == #"[["between"]]"#)
    #expect(whole.text(in: bytes, [10, 200]) == "[[10,-1],[4,200],[10,-1]]")
    #expect(!whole.isWhole && between.isWhole)
  }
}
