internal import AllocationBalance
internal import MemorySections

/// Processes.
extension ReportSubjects {
  func processes() -> SubjectSet {
    guard let processes = balance.processes else {
      return .missing(
        snapshot.footprint == nil ? absence(of: .footprint) : "footprint names no process")
    }
    guard !processes.processes.isEmpty else { return .missing("footprint names no process") }
    let gap = processes.isLowerBound ? listGap(processes.origin) : nil
    return .known(processes.processes.map(process), gap: gap)
  }

  private func listGap(_ origin: UserFigure.Origin) -> String? {
    switch origin {
    case .processes, .summary: gap(in: .footprint)
    case .taskInfo: gap(in: .taskInfo)
    case .spindump: gap(in: .spindump)
    case .top: gap(in: .top)
    case .jetsamPriority: gap(in: .jetsamPriority)
    case .jetsamEvent: nil
    }
  }

  private func process(_ process: UserProcess) -> Subject {
    let size = process.footprint
    let name = process.pid.map { "\(process.name) [\($0)]" } ?? process.name
    var subject = Subject(name: name)
    let text = "\(name) \(SizeText.short(size?.bytes ?? 0))"
    let rows = [
      Evidence(member: process.source.member, line: process.source.line, text: text)
    ]
    subject.set(.bytes, size, rows)
    subject.set(.peakBytes, process.lifetimePeak)
    subject.set(.belowPeakBytes, process.belowPeak, rows)
    subject.set(.shareOfPeak, size, of: process.lifetimePeak, rows)
    // If some processes are unknown, shares are unknown too.
    let isWhole = balance.user?.isLowerBound == false
    subject.set(.shareOfUser, size, of: isWhole ? balance.user?.quantity : nil, rows)
    subject.set(.shareOfInstalled, size, of: balance.installed, rows)
    return subject
  }
}
