import Foundation
import Testing

@testable import TestSupport

/// `list`: members, their sections, and missing sections.
struct ListTests {
  /// The JSON of `list --format json`.
  private struct Listing: Decodable {
    let members: [Member]
    let missing: [Missing]

    struct Member: Decodable {
      let path: String
      let kind: String
      let bytes: Int?
      let section: String?
    }

    struct Missing: Decodable {
      let section: String
      let reason: String
    }
  }

  private static func listing(_ arguments: [String]) async throws -> Listing {
    let run = try await Program.once(["list", "--format", "json"] + arguments)
    #expect(run.status == 0)
    return try JSONDecoder().decode(Listing.self, from: run.outputBytes)
  }

  @Test(
    "members are listed in archive order, sections with size and kind",
    arguments: TestArchive.whole)
  func members(_ archive: TestArchive) async throws {
    let truth = try archive.truth()
    let listing = try await Self.listing([archive.path])
    #expect(listing.members.filter { $0.kind != "folder" }.map(\.path) == truth.scan.members)
    for (kind, section) in truth.sections {
      guard let path = section.member, let bytes = section.bytes else { continue }
      let member = try #require(listing.members.first { $0.path == path }, "\(path)")
      #expect(member.bytes == bytes)
      #expect(member.section == (kind == "sysdiagnoseLog" ? "collectionLog" : kind))
    }
  }

  @Test(
    "the text names every member; --sections lists only sections",
    arguments: TestArchive.different.filter(TestArchive.whole.contains))
  func text(_ archive: TestArchive) async throws {
    let text = try await Program.run(["list", archive.path])
    for path in try archive.truth().scan.members {
      #expect(text.outputLines.contains { $0.hasSuffix("  " + path) })
    }
    let sections = try await Self.listing(["--sections", archive.path]).members
    let all = try await Self.listing([archive.path]).members
    #expect(sections.allSatisfy { $0.section != nil })
    #expect(sections.map(\.path) == all.filter { $0.section != nil }.map(\.path))
  }

  @Test(
    "a missing section has its reason and the log line with it",
    arguments: [
      ("zprint", "sysdiagnose did not run it", "sysdiagnose.log:"),
      ("footprint", "it was stopped at its time limit", "taskSummary.csv:"),
      ("kextstat", "it failed with status 1", "taskSummary.csv:"),
      ("vmStat", "not in this archive", nil),
    ] as [(String, String, String?)])
  func missing(_ kind: String, _ reason: String, _ source: String?) async throws {
    let run = try await Program.run(["list", TestArchive.withoutMemory.path])
    let missing = run.outputLines.drop { $0 != "Missing" }
    let line = try #require(missing.first { $0.hasPrefix("  \(kind) ") })
    #expect(line.contains("  \(reason)"))
    if let source { #expect(line.contains("  " + source)) }
    #expect(line.hasSuffix(reason) == (source == nil))
    #expect(run.status == 0)
    let listing = try await Self.listing([TestArchive.withoutMemory.path])
    #expect(listing.missing.contains { $0.section == kind })
  }

  @Test(
    "the readable part of a broken archive is listed",
    arguments: [
      (TestArchive.truncated, "the archive is truncated"), (.oneBit, "the archive is damaged"),
    ])
  func broken(_ archive: TestArchive, _ words: String) async throws {
    let run = try await Program.run(["list", archive.path])
    #expect(run.status == 5)
    #expect(run.output.contains("/zprint.txt\n"))
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains(words))
  }
}
