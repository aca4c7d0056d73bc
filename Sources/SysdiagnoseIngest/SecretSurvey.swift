internal import Redaction
internal import MemorySections
internal import SysdiagnoseArchive

/// Collects the names in an archive's texts without keeping the texts.
final class SecretSurvey {
  private var secrets = Secrets()

  /// Collects the names in an archive and stores them in the session.
  ///
  /// - Parameters:
  ///   - path: the archive.
  ///   - limits: the limits for untrusted input.
  ///   - readsAhead: whether to inflate the archive on a separate thread.
  ///   - session: keeps the names until the first text about the archive is written.
  /// - Returns: the names.
  /// - Throws: `ArchiveError` when no member can be read. The session still stores the path.
  static func secrets(
    in path: String, limits: ArchiveLimits, readsAhead: Bool, session: RedactionSession
  ) throws(ArchiveError) -> Secrets {
    session.remember(Secrets(), of: path)
    let survey = SecretSurvey()
    _ = try ArchiveReader(
      ArchiveInput(path: path), limits: limits, readsAhead: readsAhead, takesText: true
    ).read(survey.choose)
    session.remember(survey.secrets, of: path)
    return survey.secrets
  }

  /// Chooses the sections and the list of processes with their owners.
  private func choose(_ member: ArchiveMember) -> MemberChoice {
    let isSection = member.isBareText || SectionCatalog.kind(ofMember: member.path) != nil
    guard member.kind == .file, isSection || member.path.hasSuffix("ps.txt") else { return .skip }
    return .read(Sink { [self] in secrets.merge($0) })
  }

  private final class Sink: MemberSink {
    private let lines: MemberLines
    private let gathered: Gathered
    private let keep: (Secrets) -> Void

    init(keep: @escaping (Secrets) -> Void) {
      let gathered = Gathered()
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
    var gatherer = SecretGatherer()
  }
}
