import Foundation
import Platform
import Testing

/// Single values of JSON, and lists that are written by hand.
struct JSONTextValueTests {
  /// The extremes of every width, and where the number of digits changes.
  private func numbers<Number: FixedWidthInteger>(_: Number.Type) -> [Number] {
    var numbers: [Number] = [.min, .min + 1, 0, 1, .max - 1, .max]
    var power: Number = 1
    while power <= Number.max / 10 {
      power *= 10
      numbers += [power - 1, power, power + 1]
      if Number.isSigned { numbers += [0 - power, 1 - power] }
    }
    return numbers
  }

  private func check<Number: FixedWidthInteger & Encodable>(_ type: Number.Type) throws {
    let numbers = numbers(type)
    let expected = "[" + numbers.map(\.description).joined(separator: ",") + "]"
    #expect(try JSONTextEncoder.text(of: numbers, isPretty: false) == expected)
    for number in numbers {
      let member = try JSONTextEncoder.text(of: ["n": number], isPretty: false)
      #expect(member == "{\"n\":\(number.description)}")
    }
  }

  @Test("whole numbers of every width are written as their description")
  func wholeNumbers() throws {
    try check(Int.self)
    try check(Int8.self)
    try check(Int16.self)
    try check(Int32.self)
    try check(Int64.self)
    try check(UInt.self)
    try check(UInt8.self)
    try check(UInt16.self)
    try check(UInt32.self)
    try check(UInt64.self)
  }

  /// Characters with the text that stands for them in JSON: all of ASCII, some that are not safe to
  /// show, and some that are.
  private static let characters: [(Unicode.Scalar, String)] = {
    let named: [UInt8: String] = [
      0x08: #"\b"#, 0x09: #"\t"#, 0x0A: #"\n"#, 0x0C: #"\f"#, 0x0D: #"\r"#, 0x22: #"\""#,
      0x5C: #"\\"#,
    ]
    let ascii = (UInt8(0)...0x7F).map { byte in
      let scalar = Unicode.Scalar(byte)
      let isControl = byte < 0x20 || byte == 0x7F
      let code = (byte < 0x10 ? #"\u000"# : #"\u00"#) + String(byte, radix: 16)
      return (scalar, named[byte] ?? (isControl ? code : String(scalar)))
    }
    return ascii + [
      ("\u{80}", #"\u0080"#), ("\u{200B}", #"\u200b"#), ("\u{2028}", #"\u2028"#),
      ("\u{202E}", #"\u202e"#), ("\u{2800}", #"\u2800"#), ("\u{E0041}", #"\udb40\udc41"#),
      ("é", "é"), ("字", "字"), ("📱", "📱"),
    ]
  }()

  @Test("every character is escaped as JSON and safety want it, wherever it stands")
  func characters() throws {
    for (scalar, escaped) in Self.characters {
      for before in 0...16 {
        for after in [0, 1, 7, 8, 15] {
          let (start, end) = (
            String(repeating: "a", count: before), String(repeating: "~", count: after)
          )
          let text = start + String(scalar) + end
          let expected = "\"\(start)\(escaped)\(end)\""
          let item = String(decoding: try JSONTextEncoder.line(of: [text]), as: UTF8.self)
          let key = String(decoding: try JSONTextEncoder.line(of: [text: true]), as: UTF8.self)
          try #require(item == "[\(expected)]")
          try #require(key == "{\(expected):true}")
        }
      }
    }
  }

  @Test("keys are sorted as their strings are, however they are escaped")
  func sortedKeys() throws {
    let words = Self.characters.flatMap { scalar, _ in
      [String(scalar), "key \(scalar)", "\(scalar)z"]
    }
    let object = Dictionary(words.map { ($0, 1) }, uniquingKeysWith: { first, _ in first })
    let text = try JSONTextEncoder.text(of: object, isPretty: false)
    let read = try JSONDecoder().decode([String: Int].self, from: Data(text.utf8))
    #expect(read == object)
    let inOrder = object.keys.sorted()
    let keys = try inOrder.map {
      try JSONTextEncoder.text(of: [$0: 1], isPretty: false).dropFirst().dropLast()
    }
    #expect(text == "{" + keys.joined(separator: ",") + "}")
  }

  @Test("a list of lists is written item by item")
  func listOfLists() throws {
    var text = JSONText(isPretty: false)
    text.openList()
    for number in [Int64.min, 0, 7] {
      text.beginItem()
      text.openList()
      text.beginItem()
      text.append(number)
      text.beginItem()
      text.append("a \"row\"")
      text.beginItem()
      text.appendNull()
      text.close()
    }
    text.beginItem()
    text.openList()
    text.close()
    text.close()
    let expected =
      #"[[-9223372036854775808,"a \"row\"",null],[0,"a \"row\"",null],[7,"a \"row\"",null],[]]"#
    #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
    // Nothing is open any more.
    text.close()
    text.beginItem()
    #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
  }
}
