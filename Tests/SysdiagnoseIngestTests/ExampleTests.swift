import Foundation
import Testing

@testable import TestSupport

/// The documentation's example is a program that prints the command's report.
struct ExampleTests {
  @Test("the example in the documentation is the built program")
  func isDocumented() throws {
    let program = try Project.text("Tests/ReportExample/main.swift")
    let lines = try Project.text("Sources/SysdiagnoseIngest/CaptureLoader.swift")
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
  func printsTheReport(_ name: String) async throws {
    let path = TestArchive(name: name).path
    let example = try #require(Program.path(of: "ReportExample"))
    let printed = try await Program.run(example, [path])
    let expected = try await Program.run(["report", path, "--format", "json"])
    #expect(printed.output.hasPrefix("{"))
    #expect(printed.output == expected.output)
  }
}
