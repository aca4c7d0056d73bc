internal import AllocationBalance
internal import MemorySections
internal import Platform
internal import Redaction
internal import SysdiagnoseArchive

/// Passes each section member to its parser and groups the sections by capture.
final class SectionCollector {
  private var found: [FoundSection] = []
  private var budget = SectionBudget()
  private let memory = MemoryBudget()
  private var archivesSeen = 0
  /// Whether members of a finished capture were left out.
  private var hasSkipped = false
  /// The archives that extracts come from, by the extract's folder.
  private var origins: [String: ArchiveIdentity] = [:]
  private let stopsEarly: Bool
  private let isFolder: Bool
  private let redactor: Redactor?

  /// Whether the input is an unrecognized text.
  private(set) var isUnknownText = false

  /// Creates a collector.
  ///
  /// - Parameters:
  ///   - stopsEarly: whether a capture is done when it has one whole member of each main section.
  ///   - isFolder: whether members can be skipped at no cost, so that later captures are found.
  ///   - redactor: replaces names in the texts; nil keeps them.
  init(stopsEarly: Bool, isFolder: Bool = false, redactor: Redactor?) {
    self.stopsEarly = stopsEarly
    self.isFolder = isFolder
    self.redactor = redactor
  }

  /// The captures in the order found, after the input is read; at least one.
  func captures(
    path: String, scan: ArchiveScan, advice: CaptureLoader.LimitAdvice?
  ) -> [Capture] {
    var summary = ScanSummary(scan)
    summary.archivesSeen = archivesSeen
    if hasSkipped, summary.outcome == .complete { summary.outcome = .stoppedEarly }
    summary.problems += budget.refusals.map {
      ScanSummary.Problem(code: "limitSections", message: $0)
    }
    let folders = CaptureFolders(members: found.map(\.section.member))
    var parts: [String: [FoundSection]] = [:]
    var order: [String] = []
    for section in found {
      let folder = folders.folder(of: section.section.member)
      if parts[folder] == nil { order.append(folder) }
      parts[folder, default: []].append(section)
    }
    guard order.count > 1 else {
      let archive = CapturedArchive(
        path: path, scan: scan, folder: order.first, origin: origins[order.first ?? ""])
      return [Capture(archive, summary, found, advice)]
    }
    return order.enumerated().map { index, folder in
      var own = summary
      own.problems.removeAll { problem in
        guard let other = problem.member.map(folders.folder) else { return false }
        return other != folder && parts[other] != nil
      }
      let archive = CapturedArchive(
        path: path, scan: scan, folder: folder, origin: origins[folder],
        place: (index + 1, order.count))
      return Capture(archive, own, parts[folder] ?? [], advice)
    }
  }

  /// Chooses how to handle a member.
  func choose(_ member: ArchiveMember) -> MemberChoice {
    if stopsEarly, !isFolder, hasAllMainSections(in: nil) { return .stop }
    guard member.kind == .file else { return .skip }
    if stopsEarly, isFolder,
      hasAllMainSections(in: CaptureFolders.apparentFolder(of: member.path))
    {
      hasSkipped = true
      return .skip
    }
    guard !member.isBareText else {
      return .read(
        RecognizingSink(
          member, choose: { [self] in sink(for: $0, member) },
          refuse: { [self] in isUnknownText = true }))
    }
    if ManifestSink.isManifest(member), origins.count < SectionBudget.mostFolders {
      let folder = CaptureFolders.apparentFolder(of: member.path)
      return .read(ManifestSink { [self] in origins[folder] = $0 })
    }
    guard let kind = SectionCatalog.kind(ofMember: member.path) else {
      if member.isArchive { archivesSeen += 1 }
      return .skip
    }
    guard budget.admits(kind, member) else { return .skip }
    guard kind.descriptor.isToldByText else { return .read(sink(for: kind, member)) }
    return .read(
      RecognizingSink(
        member, recognize: { SectionCatalog.kindToldByText($0) ?? kind },
        choose: { [self] in sink(for: $0, member) }, refuse: {}))
  }

  private func sink(for kind: SectionKind, _ member: ArchiveMember) -> any MemberSink {
    let lines = redactor.map { LineRedaction($0, kind: kind, member: member.path) }
    let readers = SectionCatalog.kinds(readWith: kind).map {
      SectionCatalog.reader(
        for: $0, member: member.path, rewrite: lines?.rewrite, budget: memory)
    }
    return SectionSink(readers) { [self] sections, hash in
      // Further sections are parts of the member that it need not have.
      let own = sections.prefix(1) + sections.dropFirst().filter { $0.content != nil }
      found += own.map { FoundSection(section: $0, hash: $0.kind == kind ? hash : nil) }
    }
  }

  /// Whether a capture has one whole member of each main section.
  ///
  /// - Parameter folder: the capture's folder; nil for the whole input.
  /// - Returns: false while any is missing or cut short.
  private func hasAllMainSections(in folder: String?) -> Bool {
    SectionKind.main.allSatisfy { kind in
      found.contains { found in
        let section = found.section
        guard section.kind == kind, section.content != nil, section.coverage.isWhole else {
          return false
        }
        return folder.map { $0 == CaptureFolders.apparentFolder(of: section.member) } ?? true
      }
    }
  }
}

/// A section with the hash of its member's bytes as they are in the archive.
struct FoundSection {
  let section: Section
  /// The hash; nil for a further section of a member, which the first one stands for.
  let hash: SHA256?
}

extension Capture {
  fileprivate init(
    _ archive: CapturedArchive, _ scan: ScanSummary, _ found: [FoundSection],
    _ advice: CaptureLoader.LimitAdvice?
  ) {
    var digest = SectionDigest()
    for found in found {
      if let hash = found.hash { digest.add(found.section.kind, hash) }
    }
    var archive = archive
    archive.contentDigest = digest.text
    var snapshot = Snapshot(archive: archive, scan: scan, sections: found.map(\.section))
    snapshot.takePrintedHead()
    self.init(snapshot: snapshot, outcome: ArchiveOutcome(snapshot, advice: advice))
  }
}

/// Passes a member's bytes to its parsers and to a hash.
private final class SectionSink: MemberSink {
  private let readers: [any SectionReading]
  private let hash = SHA256()
  private let keep: ([Section], SHA256) -> Void

  init(_ readers: [any SectionReading], keep: @escaping ([Section], SHA256) -> Void) {
    self.readers = readers
    self.keep = keep
  }

  func receive(_ bytes: RawSpan) -> MemberDemand {
    bytes.withUnsafeBytes { hash.update($0) }
    for reader in readers { reader.read(bytes) }
    return .more
  }

  func end(isWhole: Bool) {
    keep(readers.map { $0.finish(isWhole: isWhole) }, hash)
  }
}
