import MemoryAnalysis
import MemorySections

@testable import ReportRendering

/// A document whose every text is a given one, in every kind of content, cell and chart.
enum HostileDocument {
  /// How many texts the document has for readers; each has a number of its own before the payload.
  static let placeCount = 31

  static func make(_ payload: String) -> Document {
    var count = 0
    func next() -> String {
      defer { count += 1 }
      return "n\(count)n\(payload)"
    }
    var document = Document()
    document.warnings = [next()]
    document.verdict = Verdict(next(), tone: .alarming, nextStep: next())
    document.subject = [next(), next()]
    document.cautions = [next()]
    document.foot = [next()]
    // Readers see the last part of a member's path.
    let source = Source(member: "folder/" + next().replacing("/", with: "-"), line: 7)
    let shape = TableShape(
      "names", of: "rows",
      [
        Column(.name, "name", "name"), .bytes("bytes", "size"), Column(.text, "words", "words"),
        Column(.source, "source", "source"), Column(.number, "number", "number"),
        Column(.text, "unknown", "unknown"),
      ])
    let row = Table.Row([
      .name(next()), .bytes(Cell.Size(bytes: 1 << 30, source: source)), .text(next()),
      .source(source), .number(1, text: next()), .unknown(next()),
    ])
    let size = Quantity(bytes: 3 << 30, source: source)
    let finding = FindingItem(
      severity: .critical, id: next(), title: next(), detail: next(), source: next(), advice: next()
    )
    let section = DocumentSection(
      "names", heading: next(), summary: next(), isFirstScreen: true,
      contents: [
        .paragraph(next()), .note(next()), .subheading(next()), .facts([Fact(next(), next())]),
        .findings([finding]), .table(Table(shape, [row, row, row])),
        .chart(
          .stackedBar(
            StackedBar(
              title: "installed", total: size,
              segments: [
                StackedBar.Segment(name: next(), size: size, isLowerBound: false, role: .kernel)
              ]))),
        .chart(
          .icicle(
            Icicle(
              title: "Memory", captures: ["old", "new"],
              roots: [
                Icicle.Node(
                  "kernel", [size, size], .kernel,
                  children: [Icicle.Node(next(), [size, nil], .kernel)])
              ]))),
        .chart(
          .waterfall(
            Waterfall(
              title: "Kernel", start: Waterfall.Total(name: "old", size: size),
              steps: [Waterfall.Step(name: next(), delta: size, isUnexplained: false)],
              end: Waterfall.Total(name: "new", size: size + size)))),
        .chart(
          .areas(
            AreaChart(
              title: "Kernel",
              captures: [
                AreaChart.Capture(seconds: 0, time: next(), boot: 1),
                AreaChart.Capture(seconds: 3600, time: "later", boot: 1),
              ],
              layers: [AreaChart.Layer(name: next(), sizes: [1, 2], isUnexplained: false)],
              exhaustion: AreaChart.Exhaustion(seconds: 4000, sentence: next())))),
        .chart(
          .strip([
            StripGroup(
              name: "Macs", median: 1,
              dots: [StripGroup.Dot(name: next(), bytes: 5, isOutlier: true, snapshot: 4)])
          ])),
      ])
    document.sections = [section]
    precondition(count == placeCount, "\(count) texts")
    return document
  }
}
