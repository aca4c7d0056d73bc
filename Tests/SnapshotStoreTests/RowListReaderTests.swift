import Testing

@testable import SnapshotStore

/// Lists of rows as they are read back.
struct RowListReaderTests {
  private static func rows(_ text: String) throws -> [[StoredValue]] {
    var (list, rows) = (RowListReader(text), [[StoredValue]]())
    while let row = try list.next() { rows.append(row) }
    return rows
  }

  @Test("there may be no rows, and rows without values")
  func empty() throws {
    #expect(try Self.rows("[]").isEmpty)
    #expect(try Self.rows(" [ ] ").isEmpty)
    #expect(try Self.rows("[[],[]]") == [[], []])
  }

  @Test(
    "a value is what JSON says that it is",
    arguments: [
      ("0", .number(0)), ("-1", .number(-1)), ("9223372036854775807", .number(.max)),
      ("-9223372036854775808", .number(.min)), ("9223372036854775808", .fraction(0x1p63)),
      ("-9223372036854775809", .fraction(-0x1p63)), ("99999999999999999999", .fraction(1e20)),
      ("0.25", .fraction(0.25)), ("-3.5e-2", .fraction(-0.035)), ("1E3", .fraction(1000)),
      ("null", .null), (#""""#, .text("")), (#""kext""#, .text("kext")), (#""é 🙂""#, .text("é 🙂")),
      (#""a \"quote\", [x] \\""#, .text(#"a "quote", [x] \"#)),
      (#""\u202e\t\ud83d\ude42\/""#, .text("\u{202E}\t🙂/")),
    ] as [(String, StoredValue)])
  func values(_ text: String, _ value: StoredValue) throws {
    #expect(try Self.rows("[[\(text)]]") == [[value]])
    #expect(
      try Self.rows("[[1,\(text),2],\n [\(text) , \(text)]]") == [
        [.number(1), value, .number(2)], [value, value],
      ])
  }

  @Test(
    "what is no list of rows is an error",
    arguments: [
      "", " ", "{", "[", "[[", "[[1", "[[1]", "[[1],", "[[1],]", "[[1,]]", "[[,1]]", "[1]", "7",
      "null",
      "[[1]]x", "[[1]],", "[[-]]", "[[1 2]]", "[[nul]]", "[[nothing]]", "[[true]]", #"[["]]"#,
      #"[["a\"]]"#,
      #"[["\x"]]"#, #"[["\u12"]]"#, "[[1.2.3]]", "[[1e]]", "[[{}]]", "[[[1]]]", "[[1]][[2]]",
      "[[+1]]",
    ])
  func damaged(_ text: String) {
    #expect(throws: (any Error).self) { try Self.rows(text) }
  }

  @Test("a damaged end is an error, whatever stands before it")
  func cut() throws {
    let text = #"[[12,null,-7,0.5,"a \"b\""],["x",9]]"#
    #expect(try Self.rows(text).count == 2)
    for end in text.indices.dropFirst() {
      #expect(throws: (any Error).self, "\(text[..<end])") { try Self.rows(String(text[..<end])) }
    }
  }
}
