import MemorySections
import Testing

/// The line between two rules.
@Suite struct FootprintHeaderTests {
  private static let rule = String(repeating: "=", count: 70)

  private func framed(_ header: String) -> String {
    "\(Self.rule)\n\(header)\n\(Self.rule)\n\n"
  }

  @Test(
    arguments: [
      (
        "sleep [39461]: 64-bit    Footprint: 832 KB (16384 bytes per page)",
        "sleep", 39_461, false, "851968±512", 16_384
      ),
      (
        "WindowServer [391]: 64-bit (translated)    Footprint: 1.8 GB (4096 bytes per page)",
        "WindowServer", 391, true, "1932735283±53687091", 4_096
      ),
      (
        "Foo [beta] (x) [12]: 64-bit    Footprint: 7619304 B (16384 bytes per page)",
        "Foo [beta] (x)", 12, false, "7619304B", 16_384
      ),
      (
        "Odd: 64-bit    Footprint: 1 KB [7]: 32-bit    Footprint: 13 MB (4096 bytes per page)",
        "Odd: 64-bit    Footprint: 1 KB", 7, false, "13631488±524288", 4_096
      ),
      (
        "a]: 64-bit [3]: 64-bit    Footprint: 0 B (4096 bytes per page)",
        "a]: 64-bit", 3, false, "0B", 4_096
      ),
      (
        "com.example.Ünïcode ƒ [4]: 64-bit    Footprint: 48 KB (4096 bytes per page)",
        "com.example.Ünïcode ƒ", 4, false, "49152±512", 4_096
      ),
    ])
  func aProcessIsRead(
    _ header: String, _ name: String, _ pid: Int, _ isTranslated: Bool, _ size: String, _ page: Int
  ) throws {
    let section = try read(framed(header), as: .footprint)
    let process = try #require(section.footprint?.processes.first)
    #expect(process.name == name)
    #expect(process.pid == pid)
    #expect(process.isTranslated == isTranslated)
    #expect(process.footprint?.printed == size)
    #expect(process.footprint?.line == 2)
    #expect(process.pageSize == page)
    #expect(process.line == 2)
    #expect(process.errors == [])
    #expect(section.coverage.rows == 1)
    #expect(section.outcome == .parsed)
  }

  /// In pages: their number, without a unit.
  @Test func aSizeInPages() throws {
    let text = framed("sleep [9]: 64-bit    Footprint: 52 (16384 bytes per page)")
    #expect(try footprint(of: text).processes.first?.footprint?.printed == "851968B")
  }

  @Test(
    arguments: [
      "sleep: 64-bit    Footprint: 832 KB (16384 bytes per page)",
      "sleep [x]: 64-bit    Footprint: 832 KB (16384 bytes per page)",
      "[39461]: 64-bit    Footprint: 832 KB (16384 bytes per page)",
      "sleep [39461]: 16-bit    Footprint: 832 KB (16384 bytes per page)",
      "sleep [39461]: 64-bit    Footprint: 832 XB (16384 bytes per page)",
      "sleep [39461]: 64-bit    Footprint: 832 KB",
      "sleep [39461]: 64-bit    Footprint: 1025 TB (16384 bytes per page)",
      "sleep [99999999999999999999]: 64-bit    Footprint: 1 KB (16384 bytes per page)",
      "Summary Footprint: many",
      // Found by fuzzing: the bracket follows the label's own blank, and the parser trapped.
      "kernel_task [0]: 64-bit    Footprint: (.2 GB (4096 bytes per page)",
      "kernel_task [0]: 64-bit    Footprint: (",
      "kernel_task [0]: 64-bit    Footprint: ",
    ])
  func aHeaderThatIsNoneIsUnread(_ header: String) throws {
    let section = try read(framed(header), as: .footprint)
    #expect(section.outcome == .unreadable)
    #expect(section.coverage.unreadLines.map(\.line) == [2])
  }

  @Test(
    arguments: [
      "Errors were encountered while examining the process. Results may be incomplete or incorrect.",
      "Errors were encountered while examining the process. No results gathered.",
    ])
  func errorsStandBeforeTheClosingRule(_ message: String) throws {
    let text = """
      \(Self.rule)
      Foo [beta] [12]: 64-bit
      \(message)
          mach_vm_region_recurse() failed at 0x10a4c7000

      \(Self.rule)

      \(Self.rule)
      sleep [9]: 64-bit    Footprint: 832 KB (16384 bytes per page)
      \(Self.rule)
      """
    let section = try read(text, as: .footprint)
    let processes = try #require(section.footprint).processes
    #expect(processes.map(\.name) == ["Foo [beta]", "sleep"])
    #expect(processes[0].footprint == nil)
    #expect(processes[0].pageSize == nil)
    #expect(
      processes.map(\.errors) == [[message, "mach_vm_region_recurse() failed at 0x10a4c7000"], []])
    #expect(section.coverage.unreadLineCount == 0)
  }

  @Test func theKernelIsAProcessOfItsOwn() throws {
    let text = ["sleep [9]", "kernel_task [0]", "kernel_task_helper [10]"].map {
      framed("\($0): 64-bit    Footprint: 832 KB (16384 bytes per page)")
    }
    let footprint = try MemorySectionsTests.footprint(of: text.joined())
    #expect(footprint.kernelTask?.line == 6)
    #expect(footprint.userProcesses.map(\.pid) == [9, 10])
  }
}
