internal import MemoryAnalysis
internal import MemorySections

/// Renders documents as GitHub-flavoured Markdown, for issues and tickets.
public struct MarkdownRenderer: Renderer {
  private let options: RenderingOptions
  private let text: MarkdownText

  /// The most lines of the first screen alone.
  public static let briefLines = 25

  /// Creates a renderer.
  public init(_ options: RenderingOptions) {
    self.options = options
    text = MarkdownText(rewrite: options.redact ?? { $0 })
  }

  /// A rule between two results.
  public var separator: [UInt8] { Array("\n---\n\n".utf8) }

  /// A result's document as UTF-8.
  public func bytes<Result: Presentable>(of result: Result) -> [UInt8] {
    Array(render(result.document).utf8)
  }

  /// The document's lines, each ended.
  public func render(_ document: Document) -> String {
    let blocks = options.isBrief ? brief(document) : whole(document)
    return blocks.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private func whole(_ document: Document) -> [[String]] {
    var blocks = head(document)
    for section in document.sections {
      let contents = section.contents.flatMap { self.blocks($0) }
      guard !contents.isEmpty else { continue }
      let summary = section.summary.map { " (\(text.prose($0)))" } ?? ""
      if !section.heading.isEmpty { blocks.append(["## " + text.prose(section.heading) + summary]) }
      blocks += contents
    }
    return blocks + document.foot.map { [text.line($0)] }
  }

  /// Warnings, the verdict, what it is about and what limits it.
  private func head(_ document: Document) -> [[String]] {
    var blocks = document.warnings.map { ["> **Warning:** " + text.prose($0)] }
    if let verdict = document.verdict {
      let sign = verdict.tone == .alarming ? "# ⚠ " : "# "
      blocks.append([sign + text.prose(verdict.sentence)])
      blocks += verdict.nextStep.map { [["**Next:** " + text.prose($0)]] } ?? []
    }
    blocks += document.subject.map { [text.line($0)] }
    return blocks + document.cautions.map { ["> **Caution:** " + text.prose($0)] }
  }

  private func blocks(_ content: DocumentSection.Content) -> [[String]] {
    switch content {
    case .paragraph(let words), .note(let words): [[text.line(words)]]
    case .subheading(let words): [["### " + text.prose(words)]]
    case .facts(let facts): facts.isEmpty ? [] : [facts.flatMap(lines)]
    case .findings(let items): items.isEmpty ? [] : [items.flatMap(lines)]
    case .table(let table): blocks(table)
    case .chart(.stackedBar(let bar)): [lines(bar)]
    case .chart: []
    }
  }

  private func blocks(_ table: Table) -> [[String]] {
    guard table.audience != .programs, !table.rows.isEmpty else { return [] }
    let laid = MarkdownTable(
      table, top: table.isWhole ? table.rows.count : options.top, text: text)
    return [laid.lines] + (laid.rest.map { [[$0]] } ?? [])
  }

  private func lines(_ fact: Fact) -> [String] {
    ["- **" + text.prose(fact.label) + "**"] + fact.paragraphs.map { "  - " + text.prose($0) }
  }

  private func lines(_ item: FindingItem) -> [String] {
    [line(item)] + (item.advice.map { ["  - Advice: " + text.prose($0)] } ?? [])
  }

  private func line(_ item: FindingItem) -> String {
    let source = item.source.map { " (\(text.name($0)))" } ?? ""
    return "- **\(item.severity.rawValue.uppercased())** \(text.name(item.id)): "
      + "\(text.prose(item.title)): \(text.prose(item.detail))\(source)"
  }

  private func lines(_ bar: StackedBar) -> [String] {
    MarkdownTable(TextChart.table(bar), top: nil, text: text).lines
  }
}

/// The first screen alone, in as many lines as a ticket takes.
extension MarkdownRenderer {
  /// The blocks with as many rows of each list as the lines allow.
  private func brief(_ document: Document) -> [[String]] {
    let head = briefHead(document)
    let sections = document.sections.filter(\.isFirstScreen)
    var blocks: [[String]] = []
    for top in [5, 4, 3, 2, 1] {
      blocks = head + sections.flatMap { briefBlocks($0, top: top) }
      if Self.lineCount(blocks) <= Self.briefLines { return blocks }
    }
    // A document of many sections: the first of them.
    while Self.lineCount(blocks) > Self.briefLines { blocks.removeLast() }
    return blocks
  }

  /// A block for each line, so few that they fit.
  private func briefHead(_ document: Document) -> [[String]] {
    var answer: [String] = []
    if let verdict = document.verdict {
      answer.append("**" + text.prose(verdict.sentence) + "**\\")
      if let next = verdict.nextStep { answer.append("Next: " + text.prose(next) + "\\") }
    }
    answer += document.subject.prefix(3).map { text.line($0) + "\\" }
    if let last = answer.popLast() { answer.append(String(last.dropLast())) }
    let limits = document.warnings + document.cautions
    let notes = limits.isEmpty ? [] : [limits.prefix(4).map(text.line).joined(separator: " ")]
    return [answer, notes].filter { !$0.isEmpty }
  }

  /// A section as its paragraphs and the first of its lists.
  private func briefBlocks(_ section: DocumentSection, top: Int) -> [[String]] {
    var blocks: [[String]] = []
    for content in section.contents {
      switch content {
      case .findings(let items) where !items.isEmpty:
        let rest = items.count - top
        return blocks + [items.prefix(top).map(line) + (rest > 0 ? ["- and \(rest) more"] : [])]
      case .facts(let facts) where !facts.isEmpty:
        let lines = facts.prefix(top).map { fact in
          "- **\(text.prose(fact.label))** " + text.prose(fact.paragraphs.first ?? "")
        }
        return blocks + [lines]
      case .table(let table) where table.audience != .programs && !table.rows.isEmpty:
        return blocks
          + [MarkdownTable(table, top: top, text: text, title: section.heading).lines]
      case .chart(.stackedBar(let bar)): return blocks + [[sentence(bar, section)]]
      case .paragraph(let words): blocks.append([text.line(words)])
      default: continue
      }
    }
    return blocks
  }

  private func sentence(_ bar: StackedBar, _ section: DocumentSection) -> String {
    let parts = bar.segments.map { text.prose($0.name) + " " + SizeText.short($0.size.bytes) }
    let summary = section.summary.map { " " + text.prose($0) } ?? ""
    return text.line(section.heading) + summary + ": " + parts.joined(separator: ", ")
  }

  private static func lineCount(_ blocks: [[String]]) -> Int {
    blocks.reduce(0) { $0 + $1.count } + max(0, blocks.count - 1)
  }
}
