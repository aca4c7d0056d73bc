import Foundation
import Testing

/// The documentation's example is a program that prints the command's report.
struct ExampleTests {
  @Test("the example in the documentation is the built program")
  func isDocumented() throws {
    let program = try Shipped.text("Tests/ReportExample/main.swift")
    let lines = try Shipped.text("Sources/SysdiagnoseIngest/CaptureLoader.swift")
      .split(separator: "\n", omittingEmptySubsequences: false)
    let begin = try #require(lines.firstIndex(of: "/// ```swift"))
    let end = try #require(lines.firstIndex(of: "/// ```"))
    let example = lines[(begin + 1)..<end].map { $0.dropFirst($0 == "///" ? 3 : 4) + "\n" }
    #expect(example.joined() == program)
    #expect(program.split(separator: "\n").count <= 5)
  }

  @Test(
    "the example prints the same as the command",
    arguments: ["osx-10.8-seed", "macos-26-zone-leak", "broken-one-bit"])
  func printsTheReport(_ name: String) throws {
    let path = Shipped.archive(name)
    let printed = try BuiltProgram("ReportExample").run([path])
    let expected = try BuiltProgram("sysbalance").run(["report", path, "--format", "json"])
    #expect(printed.hasPrefix("{"))
    #expect(printed == expected)
  }
}
