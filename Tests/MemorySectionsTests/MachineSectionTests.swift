import MemorySections
import Testing

/// The sections about the machine: its system, spindump's head, top's line.
@Suite struct MachineSectionTests {
  private func version(_ text: String) throws -> SystemVersion? {
    try read(text, as: .systemVersion).content as? SystemVersion
  }

  private func spindump(_ text: String) throws -> Spindump? {
    try read(text, as: .spindump).content as? Spindump
  }

  private func top(_ text: String) throws -> [String: String]? {
    guard let it = try read(text, as: .top).content as? TopMemory else { return nil }
    return it.sizes.mapValues { "\($0.bytes)±\($0.tolerance) line \($0.line ?? 0)" }
  }

  @Test(
    arguments: [
      "ProductName:\tmacOS\nProductVersion:\t14.4\nBuildVersion:\t23E224\n",
      "ProductName:   macOS\r\nProductVersion: 14.4\r\nBuildVersion:   23E224",
      """
      <plist version="1.0">
      <dict>
        <key>ProductBuildVersion</key>
        <string>23E224</string>
        <key>ProductCopyright</key>
        <string>1983-2024 Example</string>
        <key>ProductName</key>
        <string>macOS</string>
        <key>ProductVersion</key>
        <string>14.4</string>
      """,
    ])
  func theSystemIsNamed(_ text: String) throws {
    let version = try #require(try version(text))
    #expect([version.name, version.version, version.build] == ["macOS", "14.4", "23E224"])
  }

  @Test(arguments: [
    "ProductColour: red\n", "<string>14.4</string>\n", "<key>ProductVersion</key>\n",
  ])
  func withoutANameThereIsNoSystem(_ text: String) throws {
    #expect(try version(text) == nil)
  }

  @Test func theHeadOfASpindumpEndsAtItsFirstProcess() throws {
    let text = """
      Date/Time:        2026-03-14 10:42:08
      Hardware model:   Mac16,5
      Memory size:      36 GB
      Time Since Boot:  88927s
      Time Awake Since Boot: 61033s

      Process:          launchd [1]
      Hardware model:   Other1,1
      Memory size:      1 GB

      """
    let spindump = try #require(try spindump(text))
    #expect(spindump.model == "Mac16,5")
    #expect(
      spindump.memorySize
        == Quantity(bytes: 38_654_705_664, tolerance: 536_870_912, line: 3, of: .spindump))
    #expect(spindump.secondsSinceBoot == 88_927)
    #expect(spindump.secondsAwake == 61_033)
  }

  @Test func aSpindumpWithoutAHeadSaysNothing() throws {
    #expect(try spindump("Process:          launchd [1]\nMemory size:      1 GB\n") == nil)
    #expect(try spindump("Time Since Boot: long\n") == nil)
  }

  @Test(
    arguments: [
      (
        "PhysMem: 16G used (3680M wired, 665M compressor), 469M unused.",
        [
          "used": "17179869184±1073741823 line 2", "wired": "3858759680±1048575 line 2",
          "compressor": "697303040±1048575 line 2", "unused": "491782144±1048575 line 2",
        ]
      ),
      (
        "PhysMem: 1G wired, 2G active, 512M inactive, 3G used, 4K free.",
        [
          "wired": "1073741824±1073741823 line 2", "active": "2147483648±1073741823 line 2",
          "inactive": "536870912±1048575 line 2", "used": "3221225472±1073741823 line 2",
          "free": "4096±1023 line 2",
        ]
      ),
    ])
  func ofTopTheFirstSampleIsKept(_ line: String, _ sizes: [String: String]) throws {
    let text = "Processes: 500 total\n\(line)\nPhysMem: 7G used, 9M unused.\n"
    #expect(try top(text) == sizes)
  }

  @Test(
    arguments: [
      ("PID    COMMAND      %CPU RSIZE  VPRVT\n0      kernel_task  3.1  1520M+ 63M\n", 1520 << 20),
      ("PID   COMMAND     TIME     MEM\n0     kernel_task 01:12:09 64K-\n", 64 << 10),
      // Only the first sample, and only the kernel.
      (
        "PID COMMAND MEM\n1 launchd 9M\n0 kernel_task 5M\nPID COMMAND MEM\n0 kernel_task 6M\n",
        5 << 20
      ),
      ("PID COMMAND MEM\n1 launchd 9M\n", nil), ("0 kernel_task 5M\n", nil),
      ("PID COMMAND MEM\n0 kernel_task much\n", nil), ("PID COMMAND TIME\n0 kernel_task 5M\n", nil),
    ] as [(String, Int?)])
  func ofTopTheKernelIsKept(_ list: String, _ bytes: Int?) throws {
    let section = try read("PhysMem: 7G used, 9M unused.\n\n" + list, as: .top)
    guard let memory = section.content as? TopMemory else {
      Issue.record("no top")
      return
    }
    #expect(memory.kernelTask?.bytes == bytes)
  }

  @Test(arguments: ["Processes: 500 total\n", "PhysMem: \n", "PhysMem: much used.\n"])
  func withoutSizesTopSaysNothing(_ text: String) throws {
    #expect(try top(text) == nil)
  }
}
