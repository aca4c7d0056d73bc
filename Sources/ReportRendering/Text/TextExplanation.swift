internal import AllocationBalance
public import MemoryAnalysis

/// Renders what is known of a name for a terminal.
public struct TextExplanation: Sendable {
  private let match: NameMatch
  private let name: String
  private let style: TextStyle

  /// Creates a rendering.
  ///
  /// - Parameters:
  ///   - match: what was found.
  ///   - name: the name that was asked for.
  ///   - style: whether to use colours.
  public init(_ match: NameMatch, of name: String, style: TextStyle) {
    self.match = match
    self.name = name
    self.style = style
  }

  private var entry: NameEntry { match.entry }

  /// The explanation's lines, each ended.
  public func render() -> String {
    let blocks = [head(), Self.wrapped(entry.meaning, to: Self.width, indent: "  "), details()]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private func head() -> [String] {
    let name = style.heading(entry.printedName)
    var lines = ["\(name)  \(facts.joined(separator: ", "))", entry.title]
    if match.way != .name {
      lines.append(style.dim("\(Printable.line(self.name)): \(match.way.words)"))
    }
    return lines
  }

  private var facts: [String] {
    var facts = [entry.kind.words]
    if !entry.numbers.isEmpty { facts[0] += " " + entry.numbers.joined(separator: ", ") }
    if let subsystem = entry.subsystem { facts.append(subsystem) }
    if let since = entry.since { facts.append("since " + since) }
    if let until = entry.until { facts.append("until " + until) }
    return facts
  }

  private func details() -> [String] {
    var lines: [String] = []
    lines += labelled("taken by", entry.allocatedBy.map { [$0] } ?? [])
    lines += labelled(
      "also", entry.aliases.isEmpty ? [] : [entry.printedAliases.joined(separator: ", ")])
    lines += labelled("caution", entry.cautions)
    lines += labelled("known", entry.known.map { "\($0.what) (\($0.source))" })
    lines += labelled("sources", entry.sources)
    return lines
  }

  /// A label and its paragraphs beside it.
  private func labelled(_ label: String, _ paragraphs: [String]) -> [String] {
    let indent = String(repeating: " ", count: Self.labelWidth)
    var lines = paragraphs.flatMap { paragraph in
      Self.wrapped(paragraph, to: Self.width, indent: indent, hanging: paragraphs.count > 1)
    }
    guard let first = lines.first else { return [] }
    let title = "  " + label
    lines[0] = title + first.dropFirst(title.count)
    return lines
  }

  /// A paragraph broken into lines; `hanging` pushes all but its first line in, so that one of
  /// several shows where it begins.
  static func wrapped(
    _ paragraph: String, to width: Int, indent: String, hanging: Bool = false
  ) -> [String] {
    var lines: [String] = []
    var line = indent
    for word in paragraph.split(separator: " ") {
      let isFirst = line.allSatisfy { $0 == " " }
      if !isFirst, line.count + 1 + word.count > width {
        lines.append(line)
        line = indent + (hanging ? "  " : "") + word
      } else {
        line += (isFirst ? "" : " ") + word
      }
    }
    return lines + [line]
  }

  private static let width = 78
  private static let labelWidth = 12
}

extension NameEntry.Kind {
  fileprivate var words: String {
    switch self {
    case .zone: "zone"
    case .zoneFamily: "zones"
    case .tag: "tag"
    case .counter: "counter"
    case .map: "kernel map"
    case .category: "footprint category"
    case .section: "section"
    case .term: "term"
    }
  }
}

extension NameMatch.Way {
  fileprivate var words: String {
    switch self {
    case .name: "its name"
    case .alias: "another name of it"
    case .pattern: "one of this kind"
    case .truncated: "the beginning of its name, cut short by zprint"
    case .number: "its number"
    case .caseInsensitive: "its name in another case"
    }
  }
}
