import AllocationBalance
import Foundation
import MemoryAnalysis
import MemorySections
import ReportRendering
import Testing

@testable import TestSupport

/// No number that an archive states ends the program, from the parser to the last renderer.
struct ExtremeNumberTests {
  static let values = [
    "0", "1", "-1", "2147483648", "9007199254740992", "1125899906842624", "9223372036854775807",
    "9223372036854775808", "18446744073709551616", "1e308", "0.000001", "99999999999999999999999",
  ]

  /// A text that the project ships, reduced to the first line of each form.
  struct Sample: Sendable, CustomTestStringConvertible {
    let member: String
    let lines: [String]
    var testDescription: String { member }

    /// The text with a value in place of a number of every line; nil when no line has as many.
    ///
    /// A line with more than `places` numbers has several changed: those that are so many apart.
    func text(number place: Int, _ value: String) -> String? {
      guard numbers.contains(where: { $0.indices.contains(place) }) else { return nil }
      return zip(lines, numbers).map { line, numbers in
        var changed = line
        for number in stride(from: place, to: numbers.count, by: Self.places).reversed() {
          changed.replaceSubrange(numbers[number], with: value)
        }
        return changed + "\n"
      }.joined()
    }

    /// How many numbers of a line are changed one by one: as many as a row of zprint has.
    static let places = 12

    var sound: String { lines.map { $0 + "\n" }.joined() }

    init(member: String, lines: [String]) {
      self.member = member
      self.lines = lines
      numbers = lines.map { $0.ranges(of: #/[0-9]+(\.[0-9]+)?/#) }
    }

    /// Where the numbers of each line are.
    private let numbers: [[Range<String.Index>]]
  }

  /// One sample of each section that is shipped, and of two that are not.
  static let samples: [Sample] = {
    var found: [SectionKind: Sample] = [:]
    for name in ["macos-26-after-panic", "series-leak/1", "osx-10.8-seed"] {
      let archive = TestArchive(name: name)
      for member in (try? archive.members()) ?? [] {
        guard let kind = SectionCatalog.kind(ofMember: member), found[kind] == nil,
          let text = try? archive.text(member)
        else { continue }
        found[kind] = Sample(member: member, lines: reduced(String(decoding: text, as: UTF8.self)))
      }
    }
    return found.values.sorted { $0.member < $1.member }
  }()

  /// Samples that are changed together: one whose numbers enter the balance alone, the others at once.
  struct Group: Sendable, CustomTestStringConvertible {
    let samples: [Sample]
    var testDescription: String { samples.map(\.member).joined(separator: ", ") }
  }

  static let groups: [Group] = {
    let alone: Set<SectionKind> = [.zprint, .footprint, .vmStat, .sysctl, .spindump, .top]
    let isAlone = { (sample: Sample) in
      SectionCatalog.kind(ofMember: sample.member).map(alone.contains) ?? false
    }
    return samples.filter(isAlone).map { Group(samples: [$0]) }
      + [Group(samples: samples.filter { !isAlone($0) })]
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

  private static func snapshot(
    replacing texts: [String: String] = [:], captured: Int = 1_776_821_172
  ) -> Snapshot {
    let sections = samples.flatMap { sample -> [Section] in
      let text = texts[sample.member] ?? sample.sound
      guard let kind = SectionCatalog.kind(ofMember: sample.member) else { return [] }
      return SectionCatalog.kinds(readWith: kind).map { kind in
        let reader = SectionCatalog.reader(for: kind, member: "top/\(sample.member)")
        let bytes = Array(text.utf8)
        reader.read(bytes.span.bytes)
        return reader.finish(isWhole: true)
      }
    }
    var archive = CapturedArchive(path: "a.tar.gz")
    archive.capturedSeconds = captured
    archive.capturedAt = "0000-01-01T00:00:00+00:00"
    return Snapshot(
      archive: archive, scan: ScanSummary(outcome: .complete), sections: sections)
  }

  /// Makes and renders every result that has the snapshot in it.
  private static func render(_ snapshot: Snapshot, beside sound: Snapshot) throws {
    let report = Report(snapshot)
    try check(report)
    try check(BatchEntry(report, error: nil))
    try check(Comparison(sound, snapshot))
    try check(Comparison(snapshot, sound))
    try check(Trend(Series([sound, snapshot, sound])))
  }

  private static func check(_ result: some Presentable) throws {
    let json = try JSONRenderer.document(result)
    _ = try JSONSerialization.jsonObject(with: Data(json.utf8))
    for format in [OutputFormat.text, .csv] {
      let renderer = format.renderer(RenderingOptions(width: 100))
      let text = String(decoding: try renderer.bytes(of: result), as: UTF8.self)
      #expect(text.ranges(of: #/\b(nan|-?inf)\b/#).isEmpty)
    }
  }

  @Test("the samples cover what archives hold, and are read")
  func coverage() {
    #expect(Self.samples.count >= 12)
    for kind in [SectionKind.zprint, .footprint, .kextstat, .vmStat, .sysctl, .panic, .jetsam] {
      #expect(Self.snapshot().section(kind) != nil, "\(kind)")
    }
  }

  @Test("each value in each number of each section", arguments: groups)
  func numbers(_ group: Group) throws {
    let sound = Self.snapshot()
    var tried: Set<String> = []
    for value in Self.values {
      for place in 0..<Sample.places {
        var texts: [String: String] = [:]
        for sample in group.samples { texts[sample.member] = sample.text(number: place, value) }
        guard !texts.isEmpty else { break }
        try Self.render(Self.snapshot(replacing: texts), beside: sound)
        tried.formUnion(texts.keys)
      }
    }
    #expect(tried == Set(group.samples.map(\.member)))
  }

  @Test(
    "captures in the years 0 and 9999, and at times that no calendar has",
    arguments: [-62_167_219_200, 253_402_300_799, 0, .min, .max])
  func times(_ seconds: Int) throws {
    let sound = Self.snapshot()
    for boot in ["0", "1", "253402300799", "9223372036854775807"] {
      for member in Self.samples.map(\.member) where member.hasSuffix("sysctl.txt") {
        let text = "hw.memsize: 38654705664\nkern.boottime: { sec = \(boot), usec = 1 } x\n"
        try Self.render(
          Self.snapshot(replacing: [member: text], captured: seconds), beside: sound)
      }
      for member in Self.samples.map(\.member) where member.hasSuffix("spindump.txt") {
        let text = "Hardware model:   Mac16,5\nTime Since Boot:  \(boot)s\n"
        try Self.render(
          Self.snapshot(replacing: [member: text], captured: seconds), beside: sound)
      }
    }
  }
}
