import Foundation
import SysdiagnoseArchive
import SysdiagnoseIngest
import Testing

@testable import TestSupport

/// Extraction as a program uses it.
struct SectionExtractorTests {
  @Test("a section is written byte for byte, and the manifest lists it")
  func extracts() throws {
    let scratch = try Scratch()
    let result = try SectionExtractor(kinds: [.zprint], tool: "a test 1.0")
      .extract(TestArchive(name: "osx-10.8-seed").path, to: .folder(scratch("out")))
    #expect(result.files.map(\.name) == ["zprint.txt"])
    #expect(result.refusals.isEmpty)
    let text = try Project.text("TestArchives/texts/osx-10.8-seed/zprint.txt")
    #expect(try String(contentsOfFile: scratch("out/zprint.txt"), encoding: .utf8) == text)
    let manifest = try String(contentsOfFile: scratch("out/manifest.json"), encoding: .utf8)
    #expect(manifest.contains("\"tool\" : \"a test 1.0\""))
    #expect(result.files.allSatisfy { manifest.contains($0.content.sha256) })
    #expect(try scratch.names() == ["out"])
  }

  @Test("an existing file is not replaced, and nothing else is left")
  func refusesToReplace() throws {
    let scratch = try Scratch()
    try "mine".write(toFile: scratch("a.tar.gz"), atomically: true, encoding: .utf8)
    do throws(ExtractionError) {
      _ = try SectionExtractor(kinds: [.zprint])
        .extract(TestArchive(name: "osx-10.8-seed").path, to: .packed(scratch("a.tar.gz")))
      Issue.record("a file was replaced")
    } catch {
      guard case .file(let error) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(error.code == .alreadyExists)
      #expect(error.path == scratch("a.tar.gz"))
    }
    #expect(try scratch.names() == ["a.tar.gz"])
    #expect(try String(contentsOfFile: scratch("a.tar.gz"), encoding: .utf8) == "mine")
  }

  @Test("an archive without the sections has its own error")
  func nothingFound() throws {
    let scratch = try Scratch()
    let path = TestArchive(name: "no-memory-section").path
    do throws(ExtractionError) {
      _ = try SectionExtractor(kinds: [.zprint]).extract(path, to: .folder(scratch("out")))
      Issue.record("there was a zprint")
    } catch {
      guard case .nothingFound(let archive, let scan) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(archive == path)
      #expect(scan.outcome == .complete)
    }
    #expect(try scratch.names().isEmpty)
  }
}
