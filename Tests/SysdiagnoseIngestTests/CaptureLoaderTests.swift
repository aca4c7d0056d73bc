import Foundation
import Redaction
import SysdiagnoseArchive
import SysdiagnoseIngest
import Testing

@testable import TestSupport

/// The loader's interface for programs.
struct CaptureLoaderTests {
  @Test(
    "the kernel's bytes match the truth",
    arguments: ["osx-10.8-seed", "macos-26-zone-leak", "macos-26-healthy", "series-leak/1"])
  func kernel(_ name: String) throws {
    let archive = TestArchive(name: name)
    let expected = try #require(try archive.truth().balance.kernel?.printedBytes)
    let report = try CaptureLoader().report(of: archive.path)
    #expect(report.balance.kernel?.quantity.bytes == expected)
  }

  @Test("an archive gives one capture that reports its faults")
  func captures() throws {
    let whole = try CaptureLoader().captures(in: TestArchive(name: "osx-10.8-seed").path)
    #expect(whole.map(\.outcome.errors) == [[]])
    #expect(whole.map(\.outcome.isReported) == [true])
    let path = TestArchive(name: "broken-truncated").path
    let cut = try #require(try CaptureLoader().captures(in: path).first)
    #expect(cut.snapshot.scan.outcome == .truncated)
    #expect(cut.outcome.errors.first?.hasPrefix("\(path): the archive is truncated") == true)
  }

  private static let published = Project.root + "/../shared/cases/sound-with-isal-2.32.tar.gz"

  @Test(
    "an archive that newer ISA-L took for truncated is complete",
    .enabled(
      if: FileManager.default.fileExists(atPath: published),
      "the shared cases are not beside the project"))
  func soundWithAnyLibrary() throws {
    let captures = try CaptureLoader().captures(in: Self.published)
    #expect(captures.map(\.snapshot.scan.outcome) == [.complete])
  }

  @Test("every member is seen, in archive order")
  func members() throws {
    var seen: [String] = []
    let captures = try CaptureLoader().captures(in: TestArchive(name: "osx-10.8-seed").path) {
      seen.append($0.path)
    }
    #expect(seen.count == captures.first?.snapshot.scan.membersSeen)
    #expect(seen.contains { $0.hasSuffix("/zprint.txt") })
  }

  @Test("the text of a member decides whether it is of vmmap, heap or leaks")
  func toldByText() throws {
    let scratch = try Scratch()
    let texts = "TestArchives/texts/macos-26-targeted"
    for (name, text) in [
      ("heap.txt", "vmmap.txt"), ("VMMAP-189.txt", "leaks.txt"), ("leaks_editor.txt", "heap.txt"),
    ] {
      let content = try Project.text("\(texts)/\(text)")
      try content.write(toFile: scratch(name), atomically: true, encoding: .utf8)
    }
    let report = try CaptureLoader().report(of: scratch.path)
    let kinds = Dictionary(
      uniqueKeysWithValues: report.snapshot.sections.map { section in
        (String(section.member.split(separator: "/").last ?? ""), section.kind.rawValue)
      })
    #expect(kinds == ["heap.txt": "vmmap", "VMMAP-189.txt": "leaks", "leaks_editor.txt": "heap"])
    #expect(report.details.map(\.title) == ["Example Editor [189]"])
  }

  @Test("the digest depends on the sections, not on name and compression")
  func digest() async throws {
    let scratch = try Scratch()
    let path = TestArchive(name: "osx-10.8-seed").path
    try await Tool.run("tar", ["xzf", path, "-C", scratch.path])
    let folder = try #require(try scratch.names().first)
    let loader = CaptureLoader()
    let packed = try #require(try loader.captures(in: path).first?.snapshot.archive.contentDigest)
    #expect(packed.count == 64)
    #expect(
      try loader.captures(in: scratch(folder)).first?.snapshot.archive.contentDigest == packed)
    let other = try loader.captures(in: TestArchive(name: "macos-26-healthy").path)
    #expect(other.first?.snapshot.archive.contentDigest != packed)
  }

  @Test("a file that is not an archive throws a typed error")
  func refuses() throws {
    let path = Project.root + "/Package.swift"
    do throws(ArchiveError) {
      _ = try CaptureLoader().report(of: path)
      Issue.record("a text was read as an archive")
    } catch {
      #expect(error.code == .notAnArchive)
      #expect(error.archive == path)
    }
  }

  @Test("a limit that was met is reported with the caller's advice")
  func limit() throws {
    let loader = CaptureLoader(limits: ArchiveLimits(entries: 2)) { code in
      code == .limitEntries ? "a larger number" : nil
    }
    let capture = try #require(
      try loader.captures(in: TestArchive(name: "macos-26-healthy").path).first)
    #expect(capture.snapshot.scan.outcome == .limited)
    #expect(capture.outcome.errors.first?.contains("; a larger number raises it") == true)
  }

  @Test("with a redaction the report has no host name of the archive")
  func redacts() throws {
    let scratch = try Scratch()
    let folder = scratch("sysdiagnose_2026.03.14_16-42-08+0100_macOS_Mac_25D125")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = "hw.memsize: 17179869184\nkern.hostname: Quils-Zebu.local\n"
    try text.write(toFile: folder + "/sysctl.txt", atomically: true, encoding: .utf8)
    try "Quils-Zebu\n".write(toFile: folder + "/zprint.txt", atomically: true, encoding: .utf8)
    let open = try JSONRenderer.document(try CaptureLoader().report(of: folder))
    let session = RedactionSession(vocabulary: ShippedVocabulary.texts)
    let report = try CaptureLoader(redaction: session).report(of: folder)
    let closed = session.document(try JSONRenderer.document(report))
    #expect(open.contains("Quils-Zebu"))
    #expect(!closed.contains("Quils-Zebu"))
    #expect(session.text("Quils-Zebu") == "host-1")
  }
}
