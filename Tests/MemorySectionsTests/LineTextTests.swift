import Testing

@testable import MemorySections

/// Words and numbers, parsed in place.
@Suite struct LineTextTests {
  @Test(
    arguments: [
      ("", []), (" \t ", []), ("a", ["a"]), ("  ab\tc  d ", ["ab", "c", "d"]),
      ("zone name", ["zone", "name"]), ("a\u{0}b c", ["a\u{0}b", "c"]), ("é ü", ["é", "ü"]),
    ])
  func wordsStandBetweenBlanksAndTabs(_ text: String, _ expected: [String]) {
    let bytes = Array(text.utf8)
    var words: [Range<Int>] = [0..<99]
    bytes.withLine { $0.words(into: &words) }
    #expect(words.map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
  }

  @Test(
    arguments: [
      ("0", 0), ("007", 7), ("9223372036854775807", .max), ("9223372036854775808", nil),
      ("99999999999999999999", nil), ("", nil), ("-1", nil), ("+1", nil), ("1 ", nil), ("1K", nil),
      ("٣", nil),
    ] as [(String, Int?)])
  func integersAreDecimal(_ text: String, _ value: Int?) {
    let bytes = Array(text.utf8)
    let found = bytes.withLine { $0.integer(0..<bytes.count) }
    #expect(found == value)
  }

  @Test(
    arguments: [
      ("0", 0), ("0x0", 0), ("0x1f9000", 0x1F9000), ("0xFFffFF7f810dd000", 0xFFFF_FF7F_810D_D000),
      ("0xffffffffffffffff", .max), ("0x10000000000000000", nil), ("", nil), ("0x", nil),
      ("1", nil), ("00", nil), ("0xg", nil), ("x1f", nil), ("0X1f", nil), ("0x1 ", nil),
    ] as [(String, UInt64?)])
  func hexadecimalsBeginWith0xOrAreZero(_ text: String, _ value: UInt64?) {
    let bytes = Array(text.utf8)
    let found = bytes.withLine { $0.hexadecimal(0..<bytes.count) }
    #expect(found == value)
  }

  @Test(
    arguments: [
      (0, 0), (1, 9), (9, 9), (10, nil), (14, nil), (99, nil), (-1, nil),
    ] as [(Int, Int?)])
  func theFirstPlaceOfAWordIsFound(_ start: Int, _ place: Int?) {
    let bytes = Array("total of total".utf8)
    let found = bytes.withLine { $0.firstIndex(of: "total", from: start) }
    #expect(found == place)
  }

  @Test(arguments: [(0, false), (6, true), (12, false), (13, false), (99, false), (-1, false)])
  func aPrefixStandsAtAPlace(_ place: Int, _ isThere: Bool) {
    let bytes = Array("total of total".utf8)
    let found = bytes.withLine { $0.starts(with: "of", at: place) }
    #expect(found == isThere)
  }

  @Test(arguments: [
    (6..<8, true), (6..<9, false), (6..<7, false), (0..<2, false), (14..<14, false),
  ])
  func aRangeMatchesAWholeWord(_ range: Range<Int>, _ matches: Bool) {
    let bytes = Array("total of total".utf8)
    let found = bytes.withLine { $0.matches("of", range) }
    #expect(found == matches)
  }

  @Test(
    arguments: [
      ("  a b\t", "a b"), ("", ""), (" \t", ""), ("a", "a"),
    ])
  func blanksAtTheEndsAreTrimmed(_ text: String, _ expected: String) {
    let bytes = Array(text.utf8)
    let found = bytes.withLine { $0.text($0.trimmedLine) }
    #expect(found == expected)
  }

  @Test(
    arguments: [
      (0..<4, 4, true), (0..<4, 5, false), (5..<8, 1, false), (0..<5, 1, false), (0..<0, 1, false),
    ])
  func aRunIsOfOneByteAndLongEnough(_ range: Range<Int>, _ length: Int, _ isRun: Bool) {
    let bytes = Array("---- --x".utf8)
    let found = bytes.withLine { $0.isRun(of: UInt8(ascii: "-"), range, atLeast: length) }
    #expect(found == isRun)
  }

  @Test func textThatIsNoUTF8IsReplaced() {
    let bytes: [UInt8] = [0x61, 0xFF, 0x62]
    let found = bytes.withLine { $0.text(0..<3) }
    #expect(found == "a\u{FFFD}b")
  }

  @Test func aByteSetHoldsItsCharacters() {
    let set: ByteSet = "=V\u{7F}"
    let held = (UInt8.min...UInt8.max).filter { set.contains($0) }
    #expect(held == [UInt8(ascii: "="), UInt8(ascii: "V"), 0x7F])
  }
}
