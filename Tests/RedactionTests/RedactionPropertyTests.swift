import Testing

@testable import Redaction

/// Properties of redaction for any text.
struct RedactionPropertyTests {
  /// A generator with the same numbers in every run.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  static let secrets = [
    "alice", "Janes-MacBook", "jane's macbook", "C02XG0ABCDEF", "10.42.17.203", "a4:83:e7:5c:0f:22",
    "2001:db8:44:0:9:aa:bb:cc", "jane.doe@corp.example.com", "00008103-001A2B3C4D5E6F70",
    "f6c5f6b5fc2a58e4734731b615b16804e00b45b5", "/Users/carol/Divorce Papers/plan b.txt",
    "~/Divorce Papers/x", "/home/bob/cases/alice-mac.tar.gz",
  ]

  /// Strings that must not occur in redacted text.
  static let forbidden = [
    "alice", "janes-macbook", "jane's macbook", "c02xg0abcdef", "10.42.17.203", "a4:83:e7:5c:0f:22",
    "2001:db8:44", "jane.doe", "corp.example", "001a2b3c4d5e6f70", "f6c5f6b5fc2a58e4", "carol",
    "divorce", "papers", "plan b", "bob", "cases",
  ]

  static let fillers = [
    " ", "  ", "\t", ": ", ", ", " (", ") ", "\"", "'", "=", "kernel_task [0]: 64-bit", "832 KB",
    "0xfffffe001ece57d0", " 12:34:56 ", "zone", "\n", "<", ">", "; ", "é", " — ", "…", "| ",
    "com.apple.x (1.0.1)", " host-1 ", " /Users/user-1/path-3 ", "\u{1B}[1m", "\u{1B}[0m", " 12 ",
  ]

  static func text(_ seed: UInt64) -> String {
    var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15)
    return (0..<Int.random(in: 1...12, using: &dice)).map { _ in
      let isSecret = Int.random(in: 0..<3, using: &dice) == 0
      let piece = (isSecret ? secrets : fillers).randomElement(using: &dice) ?? ""
      // Two adjacent words would form another word.
      return isSecret ? " \(piece) " : piece
    }.joined()
  }

  @Test("no secret remains, and redacting again changes nothing", arguments: 0..<40)
  func holds(_ block: Int) {
    let redactor = RedactorTests.redactor()
    for seed in block * 250..<(block + 1) * 250 {
      let text = Self.text(UInt64(seed))
      let redacted = redactor.redact(text)
      let left = Self.forbidden.filter { redacted.lowercased().contains($0) }
      #expect(left.isEmpty, "\(seed): \(text) -> \(redacted)")
      #expect(redactor.redact(redacted) == redacted, "\(seed): \(text)")
      var numbers = PseudonymNumbers(isKeyed: false)
      let bytes = numbers.number(Array(redacted.utf8), keepsColumns: false) ?? []
      let numbered = bytes.isEmpty ? redacted : String(decoding: bytes, as: UTF8.self)
      #expect(redactor.redact(numbered) == numbered, "\(seed): \(text)")
    }
  }

  @Test("the strings of JSON are redacted, whatever their escapes, and nothing else")
  func json() {
    let redactor = RedactorTests.redactor()
    let text = """
      {"alice":1.50,"b":["\\/Users\\/alice\\/q\\n12 \\u0041lice \\"x\\"",-2e3,null],"c":"12 KB\\t"}
      """
    let redacted = RedactedJSON.rewrite(Array(text.utf8), isOurs: true) { redactor.redact($0) }
    var numbers = PseudonymNumbers(isKeyed: false)
    let bytes = redacted.flatMap { numbers.number($0, keepsColumns: false) } ?? []
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {"alice":1.50,"b":["/Users/user-1/path-1\\n12 user-1 \\"x\\"",-2e3,null],"c":"12 KB\\t"}
        """)
    #expect(numbers.counts == [.user: 1, .path: 1])
  }

  @Test("the cells of CSV are redacted one by one, and nothing else")
  func csv() {
    let redactor = RedactorTests.redactor().renaming { String($0.prefix { $0 != "-" }) + "-1" }
    let text = "name,bytes\r\n/Users/alice/x,12\r\n\"a \"\"b\"\", ~/y z\",alice\r\n,7"
    let redacted = RedactedCSV.rewrite(Array(text.utf8)) { redactor.redact($0) } ?? []
    #expect(
      String(decoding: redacted, as: UTF8.self)
        == "name,bytes\r\n/Users/user-1/path-1,12\r\n\"a \"\"b\"\", ~/path-1\",user-1\r\n,7")
  }
}
