import Testing

@testable import MemorySections

/// Sizes as zprint prints them, truncated, and as footprint prints them, rounded.
@Suite struct PrintedSizeTests {
  @Test(
    arguments: [
      ("93K", 95_232, 1_023), ("88B", 88, 0), ("0K", 0, 1_023), ("0B", 0, 0),
      ("9G", 9_663_676_416, 1_073_741_823), ("32M", 33_554_432, 1_048_575),
      ("1T", 1_099_511_627_776, 1_099_511_627_775),
      ("4293389860K", 4_396_431_216_640, 1_023),
      // 1 PiB is the largest plausible size.
      ("1099511627776K", 1_125_899_906_842_624, 1_023),
    ])
  func zprintTruncates(_ text: String, _ bytes: Int, _ tolerance: Int) {
    #expect(truncated(text) == Quantity(bytes: bytes, tolerance: tolerance, source: Self.source))
  }

  @Test(
    arguments: [
      "", "K", "93", "93k", "93KB", "-1K", "+1K", "1.5K", "9 3K", "0x9K", "--------", "93P",
      "1099511627777K", "1025T", "18014398509481983K", "9223372036854775808B",
      "99999999999999999999999K",
    ])
  func whatIsNoTruncatedSizeIsNil(_ text: String) {
    #expect(truncated(text) == nil)
  }

  @Test(
    arguments: [
      ("832 KB", 851_968, 512), ("9664 KB", 9_895_936, 512), ("0 B", 0, 0), ("0 KB", 0, 512),
      ("1884592 B", 1_884_592, 0), ("13 MB", 13_631_488, 524_288),
      ("94 GB", 100_931_731_456, 536_870_912), ("3 TB", 3_298_534_883_328, 549_755_813_888),
      // 1.8 GiB is 1932735283.2 bytes; half of a tenth of a GiB is 53687091.2.
      ("1.8 GB", 1_932_735_283, 53_687_091), ("2.0 GB", 2_147_483_648, 53_687_091),
      ("1.25 MB", 1_310_720, 5_242), ("1.125 KB", 1_152, 0), ("832\tKB", 851_968, 512),
      ("832   KB", 851_968, 512),
    ])
  func footprintRounds(_ text: String, _ bytes: Int, _ tolerance: Int) {
    #expect(rounded(text) == Quantity(bytes: bytes, tolerance: tolerance, source: Self.source))
  }

  @Test(
    arguments: [
      "", "832", "KB", " KB", "832KB", "832 K", "832 kB", "832 BB", "832 PB", "832 KiB", "832 KB x",
      "-1 KB", "1,8 GB", "1. GB", ".8 GB", "1.2345 GB", "1.8.1 GB", "1.x GB", "x.8 GB", "1025 TB",
      "1125899906842625 B", "99999999999999999999 B",
    ])
  func whatIsNoRoundedSizeIsNil(_ text: String) {
    #expect(rounded(text) == nil)
  }

  private static let source = Source(member: "zprint.txt", line: 3)

  private func truncated(_ text: String) -> Quantity? {
    let bytes = Array(text.utf8)
    return bytes.withLine { $0.truncatedSize(0..<bytes.count, at: Self.source) }
  }

  private func rounded(_ text: String) -> Quantity? {
    let bytes = Array(text.utf8)
    return bytes.withLine { $0.roundedSize(0..<bytes.count, at: Self.source) }
  }
}
