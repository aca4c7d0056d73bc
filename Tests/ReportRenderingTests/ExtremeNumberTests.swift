import AllocationBalance
import Foundation
import MemoryAnalysis
import MemorySections
import ReportRendering
import Testing

@testable import TestSupport

/// No number that an archive states ends the program, from the parser to the last renderer.
struct ExtremeNumberTests {
  /// The values at which arithmetic traps; the fuzzer's corpus has others, such as 2^31 and 2^53.
  static let values = [
    "0", "-1", "1125899906842624", "9223372036854775807", "9223372036854775808",
    "18446744073709551616", "1e308", "0.000001", "99999999999999999999999",
  ]

  /// A text that the project ships, reduced to the first line of each form.
  struct Sample: Sendable, CustomTestStringConvertible {
    let member: String
    let lines: [String]
    var testDescription: String { member }

    /// A line with another value in place of its number at a place; nil when it has fewer.
    static func line(_ line: String, number place: Int, _ value: String) -> String? {
      let numbers = line.ranges(of: #/[0-9]+(\.[0-9]+)?/#)
      guard numbers.indices.contains(place) else { return nil }
      return line.replacingCharacters(in: numbers[place], with: value)
    }

    /// The text with a value in place of the number at a place of every line; nil without any.
    func text(number place: Int, _ value: String) -> String? {
      let changed = lines.map { Self.line($0, number: place, value) }
      guard changed.contains(where: { $0 != nil }) else { return nil }
      return zip(changed, lines).map { ($0 ?? $1) + "\n" }.joined()
    }

    var sound: String { lines.map { $0 + "\n" }.joined() }
  }

  /// One sample of each section that is shipped.
  static let samples: [Sample] = {
    var found: [SectionKind: Sample] = [:]
    let archives = [
      "macos-26-after-panic", "series-leak/1", "osx-10.8-seed", "macos-26-targeted",
      "macos-14-taskinfo-only", "ios-16-no-footprint",
    ]
    for archive in archives.map({ TestArchive(name: $0) }) {
      for member in (try? archive.members()) ?? [] {
        guard let kind = SectionCatalog.kind(ofMember: member), found[kind] == nil,
          let text = try? archive.text(member)
        else { continue }
        found[kind] = Sample(member: member, lines: reduced(String(decoding: text, as: UTF8.self)))
      }
    }
    return found.values.sorted { $0.member < $1.member }
  }()

  /// The first line of each form: lines that differ in names and numbers alone have one form.
  private static func reduced(_ text: String) -> [String] {
    var forms: Set<String> = []
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .filter { line in
        let key = line.prefix { $0 != ":" && $0 != "=" }
        let words = line.split(separator: " ").map { $0.contains(where: \.isNumber) ? "9" : "a" }
        let form = line.contains(":") ? String(key) : words.joined(separator: " ")
        return line.isEmpty || forms.insert(form).inserted
      }.prefix(150).map { $0 }
  }

  /// The sections of each sample as it is.
  private static let soundSections = samples.map { sections(of: $0.member, $0.sound) }

  private static func sections(of member: String, _ text: String) -> [Section] {
    guard let kind = SectionCatalog.kind(ofMember: member) else { return [] }
    return SectionCatalog.kinds(readWith: kind).map { kind in
      let reader = SectionCatalog.reader(for: kind, member: "top/\(member)")
      let bytes = Array(text.utf8)
      bytes.withUnsafeBytes { reader.read($0.bytes) }
      return reader.finish(isWhole: true)
    }
  }

  private static func snapshot(
    replacing member: String? = nil, with text: String = "", captured: Int = 1_776_821_172
  ) -> Snapshot {
    let sections = samples.indices.flatMap { place in
      samples[place].member == member
        ? Self.sections(of: samples[place].member, text) : soundSections[place]
    }
    var archive = CapturedArchive(path: "a.tar.gz")
    archive.capturedSeconds = captured
    archive.capturedAt = "0000-01-01T00:00:00+00:00"
    return Snapshot(
      archive: archive, scan: ScanSummary(outcome: .complete), sections: sections)
  }

  /// Makes and renders the report of a snapshot, and in turn one of the other results that have it in it.
  private static func render(_ snapshot: Snapshot, beside sound: Snapshot, turn: Int) throws {
    let report = Report(snapshot)
    try check(report, turn)
    switch turn % 4 {
    case 0: try check(BatchEntry(report, error: nil), turn)
    case 1: try check(Comparison(sound, snapshot), turn)
    case 2: try check(Comparison(snapshot, sound), turn)
    default: try check(Trend(Series([sound, snapshot, sound])), turn)
    }
  }

  /// Renders as JSON, and in turn as text or CSV.
  private static func check(_ result: some Presentable, _ turn: Int) throws {
    let json = try JSONRenderer.document(result)
    _ = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let format: OutputFormat = turn / 4 % 2 == 0 ? .text : .csv
    let renderer = format.renderer(RenderingOptions(width: 100))
    let text = String(decoding: try renderer.bytes(of: result), as: UTF8.self)
    #expect(text.ranges(of: #/\b(nan|-?inf)\b/#).isEmpty)
  }

  @Test("the samples cover what archives hold, and are read")
  func coverage() {
    let kinds: [SectionKind] = [
      .zprint, .footprint, .kextstat, .vmStat, .sysctl, .panic, .jetsam, .taskInfo, .spindump, .top,
      .jetsamPriority, .vmmap, .heap, .leaks,
    ]
    for kind in kinds {
      #expect(Self.snapshot().section(kind) != nil, "\(kind)")
    }
  }

  @Test("each value in each number of each section", arguments: samples)
  func numbers(_ sample: Sample) throws {
    let sound = Self.snapshot()
    var tried = 0
    for (number, value) in Self.values.enumerated() {
      for place in 0..<40 {
        guard let text = sample.text(number: place, value) else { break }
        // Each place meets each result and each format, with some of the values.
        try Self.render(
          Self.snapshot(replacing: sample.member, with: text), beside: sound, turn: number + place)
        tried += 1
      }
    }
    #expect(tried >= Self.values.count)
  }

  @Test(
    "captures in the years 0 and 9999, and at times that no calendar has",
    arguments: [-62_167_219_200, 253_402_300_799, 0, .min, .max])
  func times(_ seconds: Int) throws {
    let sound = Self.snapshot()
    for boot in ["0", "1", "253402300799", "9223372036854775807"] {
      for member in Self.samples.map(\.member) where member.hasSuffix("sysctl.txt") {
        let text = "hw.memsize: 38654705664\nkern.boottime: { sec = \(boot), usec = 1 } x\n"
        let snapshot = Self.snapshot(replacing: member, with: text, captured: seconds)
        for turn in 0..<8 { try Self.render(snapshot, beside: sound, turn: turn) }
      }
      for member in Self.samples.map(\.member) where member.hasSuffix("spindump.txt") {
        let text = "Hardware model:   Mac16,5\nTime Since Boot:  \(boot)s\n"
        let snapshot = Self.snapshot(replacing: member, with: text, captured: seconds)
        for turn in 0..<8 { try Self.render(snapshot, beside: sound, turn: turn) }
      }
    }
  }
}
