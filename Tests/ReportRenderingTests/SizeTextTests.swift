import AllocationBalance
import MemoryAnalysis
import MemorySections
import Testing

@testable import ReportRendering

/// Sizes as people read them.
struct SizeTextTests {
  static let sizes: [(Int, String)] = [
    (0, "0 B"), (1, "1 B"), (1023, "1023 B"), (-1, "-1 B"), (-1023, "-1023 B"),
    (1024, "1.00 KB"), (1536, "1.50 KB"), (-1536, "-1.50 KB"),
    (1029, "1.00 KB"), (1030, "1.01 KB"),
    // Just below and at the places where a digit or a unit changes.
    (10_234, "9.99 KB"), (10_235, "10.0 KB"), (102_348, "99.9 KB"), (102_349, "100 KB"),
    (1_023_487, "999 KB"), (1_023_488, "0.98 MB"), (1 << 20, "1.00 MB"),
    (832 << 10, "832 KB"), (9_428_844_544, "8.78 GB"), (14_961_897_472, "13.9 GB"),
    (-722_022_400, "-689 MB"), (38_654_705_664, "36.0 GB"), (1 << 40, "1.00 TB"),
    (1 << 50, "1.00 PB"), (1 << 60, "1.00 EB"), (Int.max, "8.00 EB"), (Int.min, "-8.00 EB"),
  ]

  @Test("a size has three digits in the unit that fits", arguments: sizes)
  func short(_ bytes: Int, _ text: String) {
    #expect(SizeText.short(bytes) == text)
  }

  static let digits: [(Int, String)] = [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (12_345, "12,345"), (123_456, "123,456"),
    (920_734_440, "920,734,440"), (-1, "-1"), (-1234, "-1,234"),
    (Int.max, "9,223,372,036,854,775,807"), (Int.min, "-9,223,372,036,854,775,808"),
  ]

  @Test("every digit is shown, in groups of three", arguments: digits)
  func exact(_ bytes: Int, _ text: String) {
    #expect(SizeText.exact(bytes) == text)
  }

  /// A size, how far it may be off, and what is said of that.
  struct Tolerance: Sendable {
    let bytes: Int
    let tolerance: Int
    let text: String?
  }

  static let tolerances: [Tolerance] = [
    Tolerance(bytes: 1_000_000, tolerance: 0, text: nil),
    Tolerance(bytes: 1_000_000, tolerance: 1000, text: nil),
    Tolerance(bytes: 1_000_000, tolerance: 1001, text: "± 1001 B"),
    Tolerance(bytes: -1_000_000, tolerance: 1000, text: nil),
    Tolerance(bytes: -1_000_000, tolerance: 2048, text: "± 2.00 KB"),
    Tolerance(bytes: 15_032_385_536, tolerance: 536_870_912, text: "± 512 MB"),
    Tolerance(bytes: 0, tolerance: 1, text: "± 1 B"),
    Tolerance(bytes: 0, tolerance: 0, text: nil),
    // A sum that reached the largest integer must not end the program.
    Tolerance(bytes: Int.min, tolerance: Int.max, text: "± 8.00 EB"),
  ]

  @Test("a tolerance is shown from a thousandth of the size on", arguments: tolerances)
  func tolerance(_ expected: Tolerance) {
    let quantity = Quantity(bytes: expected.bytes, tolerance: expected.tolerance)
    #expect(SizeText.tolerance(quantity) == expected.text)
  }

  /// A part of a whole, in percent.
  struct Share: Sendable {
    let part: Int
    let whole: Int
    let text: String?
  }

  static let shares: [Share] = [
    Share(part: 0, whole: 100, text: "0 %"), Share(part: 1, whole: 1000, text: "<1 %"),
    Share(part: 1, whole: Int.max, text: "<1 %"), Share(part: 5, whole: 1000, text: "1 %"),
    Share(part: 41, whole: 100, text: "41 %"), Share(part: 995, whole: 1000, text: "100 %"),
    Share(part: 100, whole: 100, text: "100 %"), Share(part: 150, whole: 100, text: "150 %"),
    Share(part: 1, whole: 0, text: nil), Share(part: 0, whole: 0, text: nil),
    Share(part: 1, whole: -5, text: nil),
  ]

  @Test("a share is whole percent, and less than one is not none", arguments: shares)
  func share(_ expected: Share) {
    #expect(SizeText.share(expected.part, of: expected.whole) == expected.text)
  }
}
