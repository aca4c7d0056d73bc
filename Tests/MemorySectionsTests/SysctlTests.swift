import MemorySections
import Testing

/// The relevant names of `sysctl -a`.
@Suite struct SysctlTests {
  static let text = """
    hw.cachelinesize: 128
    hw.machine: arm64
    hw.memsize: 38654705664
    hw.model: Mac16,5
    hw.pagesize: 16384
    kern.bootargs:
    kern.boottime: { sec = 1773390001, usec = 204112 } Fri Mar 13 01:20:01 2026
    kern.osproductversion: 26.3
    kern.osversion: 25D2128
    vm.swapusage: total = 512.00M  used = 0.00M  free = 512.00M  (encrypted)

    """

  @Test(arguments: [": ", " = ", "=", ":"])
  func namesEndAtAColonOrAnEqualsSign(_ separator: String) throws {
    let section = try read(Self.text.replacing(": ", with: separator), as: .sysctl)
    let sysctl = try #require(section.sysctl)
    #expect(section.coverage.unreadLineCount == 0)
    #expect(section.coverage.rows == 7)
    #expect(sysctl.installed == Quantity(bytes: 38_654_705_664, line: 3, of: .sysctl))
    #expect(sysctl.pageSize == 16_384)
    #expect(sysctl.bootTime == 1_773_390_001)
    #expect(sysctl.model == "Mac16,5")
    #expect(sysctl.build == "25D2128")
    #expect(sysctl.osVersion == "26.3")
  }

  @Test(
    arguments: [
      ("hw.machine: x86_64\nhw.model: iMac18,3\n", "iMac18,3"),
      ("hw.machine: iPhone15,2\nhw.model: D73AP\n", "iPhone15,2"),
      ("hw.model: D73AP\n", "D73AP"), ("hw.machine: arm64\n", nil),
    ] as [(String, String?)])
  func theModelIsNoBoard(_ text: String, _ model: String?) throws {
    let sysctl = try #require(try read(text, as: .sysctl).sysctl)
    #expect(sysctl.model == model)
  }

  @Test(
    arguments: [
      "hw.memsize: lots", "hw.memsize: 0", "hw.memsize: 386547", "hw.memsize: -1",
      "hw.memsize: 1125899906842625",
      "hw.memsize: 99999999999999999999", "hw.memsize:", "hw.pagesize: 16K", "hw.pagesize: 0",
      "kern.boottime: yesterday", "kern.boottime: { sec = , usec = 0 }",
    ])
  func aValueThatIsNoneIsUnread(_ line: String) throws {
    let section = try read("hw.model: Mac16,5\n\(line)\n", as: .sysctl)
    #expect(section.coverage.unreadLines.map(\.text) == [line])
    #expect(section.sysctl?.installed == nil)
    #expect(section.sysctl?.pageSize == nil)
    #expect(section.sysctl?.bootTime == nil)
  }

  @Test func namesOfNoInterestArePassedOver() throws {
    let section = try read("kern.ostype: Darwin\nhw\nvm.x: 1\nsecurity\n", as: .sysctl)
    #expect(section.outcome == .unreadable)
    #expect(section.coverage.unreadLineCount == 0)
  }
}
