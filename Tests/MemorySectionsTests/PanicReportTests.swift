import MemorySections
import Testing

/// Panic reports as JSON, and texts that are not JSON.
@Suite struct PanicReportTests {
  private static let sentence =
    "panic(cpu 1 caller 0x1): [kalloc.16]: element modified after free (off:0)"

  @Test("the string is read in every form of a report")
  func formsOfAReport() throws {
    let inner = try escaped(
      Self.sentence + "\nOS version: 25F80\nPanicked task 0x1: 1 pages, 1 threads: pid 7: seven\n")
    let forms = [
      #"{"panicString":\#(inner)}"#,
      "{\"bug_type\":\"210\"}\n{\n  \"panicString\" : \(inner),\n  \"x\" : [[{\"y\":{}}]]\n}\n",
      "  \"panicString\" : \(inner),\n", "\"panicString\":\(inner)\n",
      // A paste of only the string, without its quotes.
      String(inner.dropFirst().dropLast()),
      // Broken by mail inside the string.
      #"{"panicString":\#(inner.replacing("Panicked task", with: "Panicked\ntask"))}"#,
    ]
    for form in forms {
      for chunk in [3, 1 << 16] {
        let panic = try #require(try panic(of: form, chunk: chunk), "\(form)")
        #expect(panic.message == Self.sentence, "\(form)")
        #expect(panic.corruptedZone == "kalloc.16")
        #expect(panic.build == "25F80", "\(form)")
        #expect(panic.task == "pid 7: seven", "\(form)")
      }
    }
  }

  @Test func theHeadAndTheStackshotAreRead() throws {
    let text = """
      {"bug_type":"210","timestamp":"2026-01-02 03:04:05.00 +0100","os_version":"macOS 26.5 (25F80)"}
      {
        "product" : "Mac16,5", "date" : "2026-01-02 03:04:05.67 +0100",
        "panicString" : "panic(cpu 0): x",
        "processByPid" : {
          "9" : { "procname" : "first", "pid" : 9, "residentMemoryBytes" : 4096, "threadById" : {"1":{"pid":3}} },
          "10" : { "procname" : "second" }
        }
      }
      """
    let panic = try #require(try panic(of: text))
    #expect(panic.time == "2026-01-02 03:04:05.00 +0100")
    #expect(panic.osVersion == "26.5")
    #expect(panic.build == "25F80")
    #expect(panic.model == "Mac16,5")
    #expect(panic.line == 4)
    #expect(panic.processes.map(\.name) == ["first", "second"])
    #expect(panic.processes.map(\.pid) == [9, nil])
    #expect(panic.processes.map(\.resident?.bytes) == [4096, nil])
  }

  @Test("in a bridge's report the Mac's own string is read, if present")
  func theMacGoesBeforeItsBridge() throws {
    func report(_ mac: String) -> String {
      #"{"os_version":"Bridge OS 4.4 (17P4281)","macos_version":"Mac OS X 10.15.4 (19E287)","panicString":"panic(cpu 0): x86 reset\n","macOSPanicString":"\#(mac)"}"#
    }
    let own = try #require(try panic(of: report("panic(cpu 6): own words\\nx")))
    #expect(own.message == "panic(cpu 6): own words")
    #expect(own.osVersion == "10.15.4")
    #expect(own.build == "19E287")
    let none = try panic(of: report("BAD MAGIC! (flag set in iBoot panic header)"))
    #expect(none?.message == "panic(cpu 0): x86 reset")
  }

  @Test("a string of the maximum line length is read completely, a longer one up to it")
  func longLines() throws {
    let filler = String(repeating: "a line of filler\\n", count: 50_000)
    let end = "BSD process name corresponding to current thread: last"
    let fits = try #require(
      try panic(of: #"{"panicString":"panic(cpu 0): x\n\#(filler)\#(end)"}"#))
    #expect(fits.task == "last")
    let cut = try read(
      #"{"panicString":"panic(cpu 0): x\n\#(filler)\#(filler)\#(end)"}"#, as: .panic)
    let panic = try #require(cut.content as? Panic)
    #expect(panic.message == "panic(cpu 0): x")
    #expect(panic.task == nil)
    #expect(cut.outcome == .partial)
  }

  @Test(
    "no content of a text stops the parser",
    arguments: [
      #"{"panicString":"\u12"}"#, #"{"panicString":"\ud800\udc00 panic(cpu"}"#, "{{{{[[[[", "}}}}",
      #"{"a":{"b":[[[[[[[[[[[[[[[[[[[[{"panicString":"panic(cpu 0): x"}]"#, "\"", "{\"", "\\n\\n",
      "panic(", "panic(cpu 1): (likely due to memory leak in zone ", "loaded kexts:\n.\n. 1\n",
      "Zone Name Cur Size\n999999999999999999999 1\nx 9223372036854775807 9223372036854775807\n",
      "panic(cpu 1): zone ", "panic(cpu 1): zone exhausted [", "panic(cpu 1): zone [] exhausted",
      "Compressor Info: % of compressed pages limit (", "Boot 0xffffffffffffffff\nCalendar: 0x1",
      "panic(cpu 1): x\nOS version: (((((((\nOS version:\n()", "> > > ",
    ])
  func hostileTexts(_ text: String) throws {
    for chunk in [1, 1 << 16] {
      _ = try panic(of: text, chunk: chunk)
      _ = try panic(of: "panic(cpu 1): y\n" + text, chunk: chunk)
    }
  }
}
