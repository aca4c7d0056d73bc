internal import AllocationBalance
internal import MemorySections

/// The main sections, found or missing.
extension ReportSubjects {
  func section(_ kind: SectionKind) -> Subject {
    var subject = Subject(name: kind.rawValue)
    subject.set(.platform, word: platform)
    subject.set(.release, word: release)
    subject.set(.input, word: input)
    if let section = snapshot.sections.first(where: { $0.kind == kind }) {
      describe(section, &subject)
    } else if let missing = snapshot.missing.first(where: { $0.kind == kind }) {
      let rows = log(missing.source, "\(kind.rawValue): \(missing.reason.words)")
      subject.set(.state, word: "missing", rows)
      subject.set(.reason, word: missing.reason.rawValue)
    }
    return subject
  }

  private func describe(_ section: Section, _ subject: inout Subject) {
    let coverage = section.coverage
    let text = coverage.failure ?? coverage.endReason ?? "\(coverage.rows) rows"
    let whole = Evidence(member: section.member, line: nil, text: text)
    subject.set(.state, word: section.outcome.rawValue, [whole])
    let unread = coverage.unreadLines.map { line in
      Evidence(member: section.member, line: line.line, text: line.text)
    }
    subject.set(.unreadLines, Double(coverage.unreadLineCount), Array(unread.prefix(3)))
    if let (task, source) = snapshot.task(for: section.kind), task.ending == .timedOut {
      let words = "\(section.kind.rawValue): \(MissingSection.Reason.timedOut.words)"
      subject.set(.ending, word: "timedOut", log(source, words))
    } else {
      subject.set(.ending, word: coverage.isComplete ? "whole" : "cutShort", [whole])
    }
  }

  private func log(_ source: Source?, _ text: String) -> [Evidence] {
    source.map { [Evidence(member: $0.member, line: $0.line, text: text)] } ?? []
  }
}
