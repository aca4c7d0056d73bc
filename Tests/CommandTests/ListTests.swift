import Testing

/// `list`: members, what section each is, and what is missing.
struct ListTests {
  @Test("every member is listed, in the archive's order", arguments: TestArchive.whole)
  func members(_ archive: TestArchive) async throws {
    let run = try await Program.run(["list", archive.path])
    let truth = try archive.truth().scan.members
    let files = run.outputLines.filter {
      !$0.hasPrefix("      folder") && !$0.hasPrefix("     missing")
    }
    #expect(run.status == 0)
    #expect(files.count == truth.count)
    #expect(zip(files, truth).allSatisfy { $0.hasSuffix("  " + $1) })
  }

  @Test("a section stands with its size and kind", arguments: TestArchive.whole)
  func sections(_ archive: TestArchive) async throws {
    let lines = try await Program.run(["list", "--sections", archive.path]).outputLines
    let truth = try archive.truth()
    for (kind, section) in truth.sections {
      guard let member = section.member, let bytes = section.bytes else { continue }
      let kind = kind == "sysdiagnoseLog" ? "collectionLog" : kind
      let line = try #require(lines.first { $0.hasSuffix("  \(member)") }, "\(member)")
      #expect(line.split(separator: " ").prefix(2) == ["\(bytes)", "\(kind)"])
    }
    // The models' truth does not name sw_vers.txt, which tells the system's version, nor system.log.
    let present =
      truth.sections.values.compactMap(\.member)
      + truth.scan.members.filter { $0.hasSuffix("/sw_vers.txt") || $0.hasSuffix("/system.log") }
    #expect(lines.filter { !$0.hasPrefix("     missing") }.count == present.count)
  }

  @Test(
    "a missing section has the reason and the line of the log that gives it",
    arguments: [
      ("zprint", "sysdiagnose did not run it", "sysdiagnose.log, line "),
      ("footprint", "it was stopped at its time limit", "taskSummary.csv, line "),
      ("kextstat", "it failed with status 1", "taskSummary.csv, line "),
      ("vmStat", "not in this archive", ""),
    ])
  func missing(_ kind: String, _ reason: String, _ source: String) async throws {
    let run = try await Program.run(["list", TestArchive.withoutMemory.path])
    let line = try #require(run.outputLines.first { $0.hasPrefix("     missing  \(kind) ") })
    #expect(line.contains("  \(reason)"))
    #expect(line.contains(source))
    #expect(line.contains("(") == !source.isEmpty)
    #expect(run.status == 0)
  }

  @Test(
    "a broken archive is listed as far as it goes",
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
