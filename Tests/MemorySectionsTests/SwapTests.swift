import Foundation
import MemorySections
import Testing

/// Swap space, by a line of `sysctl.txt`.
@Suite struct SwapTests {
  static let text = """
    hw.memsize: 38654705664
    vm.swapusage: total = 2048.00M  used = 1165.25M  free = 882.75M  (encrypted)
    vm.loadavg: { 2.20 2.10 2.05 }
    """

  private func swap(_ text: String) throws -> Swap? {
    try read(text, as: .swap).content as? Swap
  }

  @Test func `sizes are MiB with two decimals`() throws {
    let swap = try #require(try swap(Self.text))
    // 1165.25 MiB are 1221853184 bytes, 882.75 are 925630464; half of a hundredth of a MiB is 5242.88.
    #expect(swap.total == Quantity(bytes: 2_147_483_648, tolerance: 5_243, line: 2, of: .swap))
    #expect(swap.used == Quantity(bytes: 1_221_853_184, tolerance: 5_243, line: 2, of: .swap))
    #expect(swap.free == Quantity(bytes: 925_630_464, tolerance: 5_243, line: 2, of: .swap))
    #expect(swap.isEncrypted)
    #expect(swap.facts.map(\.name) == ["used", "free", "total", "isEncrypted"])
  }

  @Test func `a machine without swap says so`() throws {
    let swap = try #require(try swap("vm.swapusage: total = 0.00M  used = 0.00M  free = 0.00M\n"))
    #expect(swap.total.bytes == 0)
    #expect(!swap.isEncrypted)
  }

  @Test(
    arguments: [
      "vm.swapusage: total = 2048.00M  used = 1165.25M",
      "vm.swapusage: total 1M used 1M free 1M",
      "vm.swapusage: total = 2048  used = 1165  free = 882", "vm.swapusage:",
      "vm.swapusage: total = 1.00G  used = 1.00G  free = 1.00G",
      "vm.swapusage: total = 99999999999999999999.00M  used = 0.00M  free = 0.00M",
    ])
  func `what is not understood is unread`(_ line: String) throws {
    let section = try read(line + "\n", as: .swap)
    #expect(section.content == nil)
    #expect(section.coverage.unreadLines.map(\.line) == [1])
  }

  @Test func `a line without its end is not read`() throws {
    let text = Data("vm.swapusage: total = 1.00M  used = 0.00M  free = 1.00M".utf8)
    let section = try read(text, as: .swap)
    #expect(section.content == nil)
    #expect(section.coverage.unreadLines.map(\.line) == [1])
  }

  @Test func `it is the second section of its member`() {
    #expect(SectionCatalog.kinds(ofMember: "top/sysctl.txt") == [.sysctl, .swap])
    #expect(SectionCatalog.kind(ofMember: "top/sysctl.txt") == .sysctl)
  }
}
