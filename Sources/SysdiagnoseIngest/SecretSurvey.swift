internal import Redaction
internal import MemorySections
internal import SysdiagnoseArchive

/// Collects the names in an archive's texts without keeping the texts.
final class SecretSurvey {
  private var secrets = Secrets()
  /// The paths of the sections, whose folders someone may have named.
  private var sections: [String] = []

  /// The most sections whose folders are looked at.
  private static let maximumSections = 10_000

  /// Collects the names in an archive and stores them in the session.
  ///
  /// - Parameters:
  ///   - path: the archive.
  ///   - limits: the limits for untrusted input.
  ///   - readsAhead: whether to inflate the archive on a separate thread.
  ///   - session: keeps the names until the first text about the archive is written.
  ///   - observer: receives the progress of the reading.
  /// - Returns: the names.
  /// - Throws: `ArchiveError` when no member can be read, or the names are too many to be replaced.
  ///   The session still stores the path.
  static func secrets(
    in path: String, limits: ArchiveLimits, readsAhead: Bool, session: RedactionSession,
    observer: ReadingObserver? = nil
  ) throws(ArchiveError) -> Secrets {
    session.remember(Secrets(), of: path)
    let survey = SecretSurvey()
    var reader = ArchiveReader(
      try ArchiveInput(path: path), limits: limits, readsAhead: readsAhead, takesText: true)
    reader.observer = observer
    _ = try reader.read(survey.choose)
    survey.addFolders()
    session.remember(survey.secrets, of: path)
    guard !survey.secrets.isOverfull else { throw ArchiveError(.tooManyNames, archive: path) }
    return survey.secrets
  }

  /// Adds the names of the captures' folders; one that sysdiagnose gave says nothing of a person.
  private func addFolders() {
    let folders = CaptureFolders(members: sections)
    for folder in Set(sections.map(folders.folder)) {
      for name in folder.split(separator: "/") where ArchiveIdentity(name: String(name)) == nil {
        secrets.add(.file, String(name))
      }
    }
  }

  /// Chooses the sections and other members that state names.
  private func choose(_ member: ArchiveMember) -> MemberChoice {
    guard member.kind == .file else { return .skip }
    let isSection = member.isBareText || SectionCatalog.kind(ofMember: member.path) != nil
    if isSection, !member.isBareText, sections.count < Self.maximumSections {
      sections.append(member.path)
    }
    guard let source = isSection ? .text : Self.source(of: member.path) else { return .skip }
    return .read(Sink(source) { [self] in secrets.merge($0) })
  }

  /// What a member that is no section states about the machine; nil when it is not read.
  private static func source(of path: String) -> SecretGatherer.Source? {
    let path = path.lowercased()
    let name = path.split(separator: "/").last ?? ""
    if path.contains("ioreg"), name.hasSuffix(".txt") { return .registry }
    if name.hasPrefix("remotectl") || name.hasSuffix(".spx")
      || name.hasPrefix("systemprofiler") || name.hasPrefix("system_profiler")
      || path.hasSuffix("systemconfiguration/preferences.plist")
    {
      return .machine
    }
    let texts = [
      "ps.txt", "ps_thread.txt", "mount.txt", "disks.txt", "diskutil.txt", "hostname.txt",
      "ifconfig.txt",
    ]
    return texts.contains(where: name.hasSuffix) ? .text : nil
  }

  private final class Sink: MemberSink {
    private let lines: MemberLines
    private let gathered: Gathered
    private let keep: (Secrets) -> Void

    init(_ source: SecretGatherer.Source, keep: @escaping (Secrets) -> Void) {
      let gathered = Gathered(source)
      self.gathered = gathered
      self.keep = keep
      lines = MemberLines { line, _ in gathered.gatherer.read(line) }
    }

    func receive(_ bytes: RawSpan) -> MemberDemand {
      lines.read(bytes)
      return .more
    }

    func end(isWhole: Bool) {
      // Half a line may hold half a name, but it is never written.
      lines.finish(isWhole: isWhole)
      keep(gathered.gatherer.secrets)
    }
  }

  private final class Gathered {
    var gatherer: SecretGatherer

    init(_ source: SecretGatherer.Source) {
      gatherer = SecretGatherer(source)
    }
  }
}
