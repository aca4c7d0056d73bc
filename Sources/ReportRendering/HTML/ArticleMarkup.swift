internal import MemoryAnalysis

/// A document as an article of a page.
struct ArticleMarkup {
  /// Leads the ids of the article, which are then unique in a page of several.
  let id: String
  let options: RenderingOptions

  func write(_ document: Document, title: String, to markup: inout Markup) {
    let sections = document.sections.filter(Self.isShown)
    markup.element("article", [.value("aria-labelledby", "\(id)-title")]) { markup in
      head(document, title, &markup)
      contents(sections, &markup)
      for section in sections { write(section, to: &markup) }
      markup.element("footer") { markup in
        for sentence in document.foot { markup.element("p") { $0.prose(sentence) } }
        if options.redact != nil {
          markup.element("p", [], "Names are replaced by pseudonyms (--redact).")
        }
      }
    }
    markup.newline()
  }

  private func head(_ document: Document, _ title: String, _ markup: inout Markup) {
    let isAlarming = document.verdict?.tone == .alarming
    markup.element("header", isAlarming ? [.value("class", "alarming")] : []) { markup in
      for warning in document.warnings {
        markup.element("p", [.value("class", "warning")], warning)
      }
      markup.element("h1", [.value("id", "\(id)-title")]) { $0.prose(title) }
      if let next = document.verdict?.nextStep {
        markup.element("p", [.value("class", "next")]) { markup in
          markup.element("strong", [], "Next: ")
          markup.prose(next)
        }
      }
      for line in document.subject where line != title {
        markup.element("p", [.value("class", "subject")], line)
      }
      for caution in document.cautions {
        markup.element("p", [.value("class", "caution")]) { markup in
          markup.element("strong", [], "Caution: ")
          markup.prose(caution)
        }
      }
    }
  }

  /// The links to the sections, and the place of the page's own switches.
  private func contents(_ sections: [DocumentSection], _ markup: inout Markup) {
    let headed = sections.filter { !$0.heading.isEmpty }
    guard headed.count > 1 else { return }
    markup.element(
      "nav", [.value("class", "contents"), .value("aria-label", "Contents")]
    ) { markup in
      markup.element("ul") { markup in
        for section in headed {
          markup.element("li") {
            $0.element("a", [.value("href", "#\(id)-\(section.id)")], section.heading)
          }
        }
      }
    }
  }

  private func write(_ section: DocumentSection, to markup: inout Markup) {
    let place = "\(id)-\(section.id)"
    markup.newline()
    let label: [Markup.Attribute] =
      section.heading.isEmpty ? [] : [.value("aria-labelledby", "\(place)-heading")]
    markup.element("section", [.value("id", place)] + label) { markup in
      if !section.heading.isEmpty {
        markup.element("h2", [.value("id", "\(place)-heading")], section.heading)
      }
      if let summary = section.summary {
        markup.element("p", [.value("class", "summary")]) { $0.prose(summary) }
      }
      for (number, content) in section.contents.enumerated() {
        write(content, of: section, "\(place)-\(number)", to: &markup)
      }
    }
  }

  private func write(
    _ content: DocumentSection.Content, of section: DocumentSection, _ place: String,
    to markup: inout Markup
  ) {
    switch content {
    case .paragraph(let text): markup.element("p") { $0.prose(text) }
    case .note(let text): markup.element("p", [.value("class", "note")]) { $0.prose(text) }
    case .subheading(let text): markup.element("h3", [], text)
    case .facts(let facts): write(facts, to: &markup)
    case .findings(let items): write(items, to: &markup)
    case .table(let table):
      guard Self.isShown(content) else { return }
      TableMarkup(table, title: title(of: table, in: section)).write(to: &markup)
    case .chart(let chart):
      ChartMarkup(id: place, machinePages: options.machinePages).write(chart, to: &markup)
    }
  }

  /// What a table is called where it is heard alone.
  private func title(of table: Table, in section: DocumentSection) -> String {
    section.heading.isEmpty ? table.shape.name : section.heading
  }

  private func write(_ facts: [Fact], to markup: inout Markup) {
    guard !facts.isEmpty else { return }
    markup.element("dl") { markup in
      for fact in facts {
        markup.element("dt", [], fact.label)
        for paragraph in fact.paragraphs { markup.element("dd") { $0.prose(paragraph) } }
      }
    }
  }

  private func write(_ findings: [FindingItem], to markup: inout Markup) {
    guard !findings.isEmpty else { return }
    markup.element("ol", [.value("class", "findings")]) { markup in
      for finding in findings {
        markup.element("li", [.value("class", finding.severity.rawValue)]) { markup in
          markup.element("h3") { markup in
            markup.element("strong", [.value("class", "severity")], finding.severity.rawValue)
            markup.text(" ")
            markup.prose(finding.title)
          }
          markup.element("p") { markup in
            markup.prose(finding.detail)
            if let source = finding.source {
              markup.text(" ")
              markup.element("span", [.value("class", "source")], source)
            }
          }
          if let advice = finding.advice { markup.element("p") { $0.prose(advice) } }
          markup.element("p", [.value("class", "note")]) { markup in
            markup.text("rule ")
            markup.element("code", [], finding.id)
          }
        }
      }
    }
  }

  /// Whether a section has anything for readers.
  private static func isShown(_ section: DocumentSection) -> Bool {
    section.contents.contains(where: isShown)
  }

  private static func isShown(_ content: DocumentSection.Content) -> Bool {
    switch content {
    case .table(let table): table.audience != .programs && !table.rows.isEmpty
    case .facts(let facts): !facts.isEmpty
    case .findings(let findings): !findings.isEmpty
    case .chart(let chart): ChartMarkup.isShown(chart)
    case .paragraph, .note, .subheading: true
    }
  }
}
