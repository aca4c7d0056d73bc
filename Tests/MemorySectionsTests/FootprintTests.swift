import MemorySections
import Testing

/// A whole footprint text, with the owner of each row.
@Suite struct FootprintTests {
  private func whole() throws -> Footprint { try footprint(of: FootprintTexts.whole) }

  @Test(arguments: [1, 2, 3, 7, 4096])
  func everyLineIsUnderstood(chunk: Int) throws {
    let section = try read(FootprintTexts.whole, as: .footprint, chunk: chunk)
    #expect(section.coverage.unreadLineCount == 0, "\(section.coverage.unreadLines)")
    // Rows: kernel 1 + 4 + 1, Editor 1 + 3 + 2 + 2 + 2, Helper 1 + 2 + 1, cache 2, summary 1 + 3,
    // system 3.
    #expect(section.coverage.rows == 29)
    #expect(section.outcome == .parsed)
  }

  @Test func ownMemoryIsNotMixedWithShared() throws {
    let processes = try whole().processes
    #expect(processes.map(\.name) == ["kernel_task", "Editor", "Helper"])
    #expect(
      processes.map { $0.categories.map(\.name) } == [
        ["kalloc.1024", "VM_KERN_MEMORY_IOKIT", "VM_KERN_MEMORY_ZONE"],
        ["MALLOC metadata", "mapped file"], ["MALLOC_SMALL"],
      ])
    #expect(
      processes.map(\.total?.dirty.printed) == ["1212416±512", "851968±512", "65536±512"])
    #expect(processes.map(\.shared.count) == [0, 2, 0])
  }

  @Test func sharersAreKept() throws {
    let shared = try whole().processes[1].shared
    #expect(shared.map(\.with) == ["Helper [13]", "23 processes"])
    #expect(
      shared.map(\.total.summary) == [
        "98304±512 | - | 0B | 0B | - | 3 | TOTAL | -",
        "8192±512 | - | 4096±512 | 0B | - | 1 | TOTAL | -",
      ])
  }

  @Test func rowsKeepTheirDetail() throws {
    let processes = try whole().processes
    #expect(
      processes[1].categories.map(\.summary) == [
        "606208±512 | - | 0B | 16384±512 | - | 8 | MALLOC metadata | -",
        "245760±512 | - | 49152±512 | 0B | - | 2 | mapped file | /usr/share/icu/icudt74l.dat",
      ])
    #expect(processes[0].categories[2].detail == "(hidden)")
    #expect(processes[0].categories.map(\.line) == [7, 8, 9])
  }

  @Test func auxiliaryValuesAreOfTheirProcess() throws {
    let processes = try whole().processes
    #expect(
      processes.map(\.ledgerFootprint?.printed) == ["66560±512", "868352±512", "81920±512"])
    #expect(processes.map(\.peak?.printed) == [nil, "13631488±524288", nil])
  }

  @Test func theSummaryIsOfNoProcess() throws {
    let footprint = try whole()
    let summary = try #require(footprint.summary)
    #expect(summary.footprint.printed == "2953216±512")
    #expect(summary.categories.map(\.name) == ["everything", "else"])
    #expect(summary.total?.dirty.printed == "2953216±512")
    #expect(summary.line == summary.footprint.line)
  }

  @Test func valuesOfTheSystemAreKeptByName() throws {
    // 1187 MB, 33 GB, 13 GB; a count is not a size.
    #expect(
      try whole().system.mapValues(\.printed) == [
        "boot_carveout": "1244659712±524288", "sys_footprint": "35433480192±536870912",
        "sys_wired": "13958643712±536870912",
      ])
  }

  @Test func whatTheToolSaysIsKept() throws {
    #expect(
      try whole().messages == [
        "Processes with errors:", "mdworker [77]",
        "Due to errors, summary results may be incomplete or incorrect",
      ])
  }

  @Test func onlyTheFirstMessagesAreKept() throws {
    let text = (1...60).map { "message \($0)\n" }.joined() + FootprintTexts.helper
    let messages = try footprint(of: text).messages
    #expect(messages.count == Footprint.keptMessages)
    #expect(messages.last == "message 50")
  }

  @Test(
    arguments: [
      "    phys_footprint: soon", "    phys_footprint_peak:", "    phys_footprint: 12 KB KB",
    ])
  func anAuxiliaryValueThatIsNoneIsUnread(_ line: String) throws {
    let text = FootprintTexts.helper.replacing("    phys_footprint: 80 KB", with: line)
    let section = try read(text, as: .footprint)
    #expect(section.coverage.unreadLines.map(\.text) == [line])
    #expect(section.footprint?.processes.map(\.ledgerFootprint) == [nil])
  }

  /// footprint counted this way before 10.15; the figures differ from Activity Monitor's.
  @Test(
    arguments: [
      ("VM Object Dirty Analysis: Enabled\n\n", true), ("VM Object Dirty Analysis: Off\n", false),
      ("", false),
    ])
  func countingByObjectIsSaid(_ line: String, _ counts: Bool) throws {
    #expect(try footprint(of: line + FootprintTexts.helper).countsByObject == counts)
  }
}
