internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// What stands before the sections: warnings, whose archive it is, and what was found.
extension ReportPages {
  /// What the reader must know before any number.
  var warnings: [String] {
    let scan = snapshot.scan
    let warning: String? =
      switch scan.outcome {
      case .complete: nil
      case .stoppedEarly:
        "STOPPED EARLY: the rest of the archive was neither read nor verified; another capture in "
          + "it would not be reported."
      case .truncated: "TRUNCATED ARCHIVE: only what precedes the break is reported."
      case .corrupt: "DAMAGED ARCHIVE: the numbers below may be wrong."
      case .unreadable: "UNREADABLE ARCHIVE."
      case .limited: "LIMIT REACHED: the archive was not read to its end."
      }
    let isNoted = scan.outcome != .complete && scan.outcome != .stoppedEarly
    let problems = scan.problems.prefix(isNoted ? 3 : 0).map { problem in
      [problem.member, problem.message].compactMap { $0 }.joined(separator: ": ")
    }
    let unverified = scan.problems.filter { $0.code == "unverified" }.map(\.message)
    return [warning].compactMap { $0 } + unverified + problems
  }

  /// The machine, its system, the time of capture, the archive, and how much of it was read.
  var subject: [String] {
    let archive = snapshot.archive
    let system = [snapshot.platform, snapshot.osVersion, snapshot.build.map { "(\($0))" }]
      .compactMap { $0 }.joined(separator: " ")
    let time = archive.capturedAt ?? archive.capturedAtLocal.map { "\($0) local time" }
    let facts = [snapshot.model, system.isEmpty ? nil : system, time].compactMap { $0 }
    let title = facts.isEmpty ? "Unknown machine" : facts.joined(separator: "  ")
    let scan = snapshot.scan
    let files = SizeText.counted(scan.membersSeen, "file")
    let read = scan.outcome == .complete ? "read completely" : "read in part"
    let place = archive.captureIndex.flatMap { index in
      archive.captureCount.map { ", capture \(index) of \($0)" }
    }
    return [
      title,
      "\(archive.name ?? archive.path)\(place ?? ""): \(read): \(files), "
        + SizeText.short(scan.uncompressedBytesRead),
    ]
  }

  /// What the rules found, and which of them could not be checked.
  var findings: DocumentSection {
    var section = DocumentSection.findings(report.findings)
    let rows: [[Cell]] = report.findings.findings.map { finding in
      [
        .name(finding.severity.rawValue), .name(finding.id), .text(finding.title),
        .text(finding.detail), .name(finding.subject), .size(finding.bytes),
        .source(finding.evidence.first?.source), .text(finding.recommendation),
      ]
    }
    section.contents.append(.table(table(ReportTables.findings, rows, audience: .programs)))
    return section
  }
}

extension DocumentSection {
  /// How many findings are shown; JSON and CSV have all.
  private static let shownFindings = 6

  /// What the rules found, and which of them could not be checked.
  static func findings(_ report: FindingsReport) -> DocumentSection {
    var section = DocumentSection(
      "findings", heading: "Findings", isFirstScreen: true, contents: [])
    let shown = report.findings.prefix(shownFindings)
    if shown.isEmpty {
      section.contents.append(
        .paragraph("No problems found (\(SizeText.counted(report.evaluated, "rule")) checked)."))
    }
    section.contents.append(.findings(shown.map(FindingItem.init)))
    let rest = report.findings.count - shown.count
    if rest > 0 { section.contents.append(.note("and \(SizeText.counted(rest, "more finding"))")) }
    if let first = shown.first {
      section.contents.append(
        .note("For thresholds and sources: `sysbalance rules explain \(first.id)`"))
    }
    if !report.notEvaluated.isEmpty {
      let rules = SizeText.counted(report.notEvaluated.count, "rule")
      let reasons = Set(report.notEvaluated.map(\.reason))
      let reason = reasons.count == 1 ? reasons.first.map { ": \($0)" } : nil
      section.contents.append(.note("\(rules) not checked" + (reason ?? " for lack of data")))
    }
    return section
  }
}
