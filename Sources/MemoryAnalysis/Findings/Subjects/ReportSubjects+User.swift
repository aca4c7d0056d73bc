internal import AllocationBalance
internal import MemorySections

/// Processes.
extension ReportSubjects {
  func processes() -> SubjectSet {
    guard let footprint = snapshot.footprint else { return .missing(absence(of: .footprint)) }
    guard !footprint.userProcesses.isEmpty else { return .missing("footprint names no process") }
    return .known(footprint.userProcesses.map(process), gap: gap(in: .footprint))
  }

  private func process(_ process: FootprintProcess) -> Subject {
    let size = process.footprint
    let name = "\(process.name) [\(process.pid)]"
    var subject = Subject(name: name)
    let text = "\(name) \(SizeText.short(size?.bytes ?? 0))"
    let rows =
      snapshot.section(.footprint).map { section in
        [Evidence(member: section.member, line: process.line, text: text)]
      } ?? []
    subject.set(.bytes, size, rows)
    subject.set(.peakBytes, process.peak)
    // If some processes are unknown, shares are unknown too.
    let isWhole = balance.user?.isLowerBound == false
    subject.set(.shareOfUser, size, of: isWhole ? balance.user?.quantity : nil, rows)
    subject.set(.shareOfInstalled, size, of: balance.installed, rows)
    return subject
  }
}
