import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@testable import Redaction

private let isMeasuring = ProcessInfo.processInfo.environment["MEASURE_TIME"] != nil

/// The time of survey and redaction grows as the text does, whatever is in it.
///
/// `MEASURE_TIME=1 swift test --filter LinearTimeTests` measures it, on an idle machine: beside other
/// tests, and on a shared processor, the time of a thread says little.
@Suite(.serialized, .enabled(if: isMeasuring, "needs MEASURE_TIME=1"))
struct LinearTimeTests {
  /// Pieces that a hostile line repeats.
  static let pieces = [
    "hostname=", "hostname:", "serial number ", "user=", "imei ", "/Users/x", "/users/x/",
    "Users/x ",
    "%2fUsers", "%2FUsers%2Fx", "/home/", "/home/a)", "/var/root", "/var/root/x,", "~/", "~/a;",
    "~a/",
    "/Users/user-1/path-1/", "/Users/Shared/", "/Volumes/x", "/Volumes/a b(", "a@b.", "a%40", "@",
    "1:",
    "a:b:", "::", "1.2.3.4.", "(1.2.3.4)", "a.", "-", "host-x", "alice", "aLice", "Acme-", "janes ",
    "%27", "\\", "\"", "<key>", "\u{1B}[1", "1;", "m", "a-", "00-", "a.local", " ", "  ", "x", "0",
    ".",
    "f", "é", "\u{2019}", "’s ", "= ", "<", "</key>", "(", "\\u00e9",
    "/System/Volumes/Data/Users/x",
  ]

  /// The least processor time of a few runs in this thread.
  private static func time(_ work: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    return (0..<3).map { _ in
      let start = now()
      work()
      return now() - start
    }.min() ?? 0
  }

  /// The growth of the time for each doubling of a text.
  private static func growth(_ piece: String, _ work: ([UInt8]) -> Void) -> Double {
    let unit = Array(piece.utf8)
    let text = [UInt8]((0..<(4096 / unit.count)).map { _ in unit }.joined())
    let small = time { work(text) }
    let large = time { work(text + text + text + text) }
    // A text four times as long is doubled twice; short times say nothing.
    return large < 0.01 ? 1 : (large / small).squareRoot()
  }

  private static let redactor = RedactorTests.redactor()

  @Test("redaction and survey are linear in one long line", arguments: pieces)
  func linear(_ piece: String) {
    let redactor = Self.redactor
    let redaction = Self.growth(piece) { _ = redactor.redact($0) }
    #expect(redaction <= 2.6, "redaction of \(piece.debugDescription)")
    let survey = Self.growth(piece) { line in
      var gatherer = SecretGatherer()
      gatherer.read(ScannedText(EscapedLetters.decoded(line)))
    }
    #expect(survey <= 2.6, "survey of \(piece.debugDescription)")
    let json = Self.growth(piece) { line in
      _ = RedactedJSON.rewrite(line, isOurs: false) { redactor.redact($0) }
    }
    #expect(json <= 2.6, "JSON of \(piece.debugDescription)")
  }
}
