internal import MemoryAnalysis

/// Renders documents for a terminal.
public struct TextRenderer: Renderer {
  let width: Int?
  let top: Int
  let style: TextStyle
  private let isBrief: Bool
  /// The columns that a line of a list may have; nil where names are redacted afterwards, because a
  /// name that is cut is not recognized.
  private let lineWidth: Int?

  /// Creates a renderer.
  public init(_ options: RenderingOptions) {
    // Narrower than this no table can be read.
    width = options.width.map { max($0, 40) }
    top = options.top
    style = TextStyle(usesColor: options.usesColor)
    isBrief = options.isBrief
    lineWidth = options.redact == nil ? width : nil
  }

  /// An empty line.
  public var separator: [UInt8] { Array("\n".utf8) }

  /// A result's document as UTF-8.
  public func bytes<Result: Presentable>(of result: Result) -> [UInt8] {
    Array(render(result.document).utf8)
  }

  /// The document's lines, each ended.
  public func render(_ document: Document) -> String {
    if let line = document.line { return line.text(width: lineWidth) + "\n" }
    let sections = document.sections.filter { !isBrief || $0.isFirstScreen }
    let blocks =
      [
        document.warnings.flatMap { styled(wrapped($0), style.warning) },
        document.verdict.map(lines) ?? [], subject(document.subject),
        document.cautions.flatMap(caution),
      ] + sections.map(lines) + [document.foot.flatMap { styled(wrapped($0), style.dim) }]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private func lines(_ verdict: Verdict) -> [String] {
    let tone = verdict.tone == .alarming ? style.warning : style.heading
    let next = verdict.nextStep.map { wrapped("Next: " + $0) } ?? []
    return styled(wrapped(verdict.sentence), tone) + next
  }

  private func subject(_ lines: [String]) -> [String] {
    lines.enumerated().flatMap { place, line in
      styled(wrapped(line), place == 0 ? style.heading : style.dim)
    }
  }

  private func caution(_ sentence: String) -> [String] {
    let lines = WrappedText.lines("Caution: " + sentence, width: width, hanging: "  ")
    return lines.enumerated().map { place, line in
      place == 0 ? style.warning("Caution:") + line.dropFirst(8) : line
    }
  }

  private func lines(_ section: DocumentSection) -> [String] {
    let contents = section.contents.flatMap(lines)
    return contents.isEmpty ? [] : heading(section) + contents
  }

  private func heading(_ section: DocumentSection) -> [String] {
    guard !section.heading.isEmpty else { return [] }
    let title = Printable.sentence(section.heading)
    guard let summary = section.summary else { return [style.heading(title)] }
    let line = title + "  " + Printable.sentence(summary)
    guard width.map({ DisplayWidth.of(line) > $0 }) ?? false else {
      return [style.heading(title) + line.dropFirst(title.count)]
    }
    return [style.heading(title)] + wrapped(summary, indent: "  ")
  }

  private func lines(_ content: DocumentSection.Content) -> [String] {
    switch content {
    case .paragraph(let text): wrapped(text, indent: "  ")
    case .note(let text): styled(wrapped(text, indent: "  "), style.dim)
    case .subheading(let text): ["  " + style.heading(Printable.sentence(text))]
    case .facts(let facts): lines(facts)
    case .findings(let items): items.flatMap(lines)
    case .table(let table): lines(table)
    case .chart(let chart): TextChart(chart, width: width, style: style).lines
    }
  }

  private func lines(_ table: Table) -> [String] {
    guard table.audience != .programs, !table.rows.isEmpty else { return [] }
    let shown = table.isWhole ? table.rows : Array(table.rows.prefix(top))
    let text = TextTable(table.shape, shown, width: width)
    let rest = table.rows.count - shown.count
    let more = table.shape.more(rest).map { [style.dim("  " + $0)] } ?? []
    return (text.head.map { [style.dim($0)] } ?? []) + text.body + more
  }

  private func lines(_ facts: [Fact]) -> [String] {
    let labels = facts.map { Printable.line($0.label) }
    let widest = labels.map(DisplayWidth.of).max() ?? 0
    let column = widest + (widest > 1 ? 2 : 1)
    let indent = String(repeating: " ", count: column + 2)
    return zip(facts, labels).flatMap { fact, label in
      let hanging = fact.paragraphs.count > 1 ? indent + "  " : indent
      let lines = fact.paragraphs.flatMap {
        WrappedText.lines($0, width: width, indent: indent, hanging: hanging)
      }
      guard let first = lines.first else { return [String]() }
      let head = "  " + Fitted.padded(label, to: column, rightAligned: false)
      return [head + first.dropFirst(indent.count)] + lines.dropFirst()
    }
  }

  private func lines(_ item: FindingItem) -> [String] {
    let label = item.severity.rawValue.uppercased()
    let column = Severity.critical.rawValue.count
    let indent = String(repeating: " ", count: column + 4)
    let source = item.source.map { " (\($0))" } ?? ""
    let title = WrappedText.lines(
      "\(item.id): \(item.title)", width: width, indent: indent, hanging: indent)
    let head = "  " + colored(label, item.severity)
    let padding = String(repeating: " ", count: max(0, column - label.count) + 2)
    return [head + padding + (title.first ?? "").dropFirst(indent.count)] + title.dropFirst()
      + wrapped(item.detail + source, indent: indent)
      + (item.advice.map { wrapped("Advice: " + $0, indent: indent) } ?? [])
  }

  private func colored(_ label: String, _ severity: Severity) -> String {
    switch severity {
    case .critical: style.warning(label)
    case .warning: style.heading(label)
    case .info: style.dim(label)
    }
  }

  private func wrapped(_ text: String, indent: String = "") -> [String] {
    WrappedText.lines(text, width: width, indent: indent)
  }

  private func styled(_ lines: [String], _ style: (String) -> String) -> [String] {
    lines.map(style)
  }
}
