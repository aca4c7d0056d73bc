internal import AllocationBalance
internal import ArgumentParser
internal import MemorySections
internal import ReportRendering
internal import SysdiagnoseArchive
internal import SysdiagnoseIngest

/// What is in an archive, and what is missing.
struct ListCommand: EmittingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List an archive's members, their sections, and missing sections with the reason.",
    discussion: """
      Examples:
        sysbalance list sysdiagnose_2026.tar.gz
        sysbalance list sysdiagnose_2026.tar.gz --sections
      """)

  @Argument(
    help: "Archive: .tar.gz, other tar, folder, single text, or - for standard input.",
    completion: .file())
  var archive: String

  @Flag(help: "List only the members that are memory sections.")
  var sections = false

  @OptionGroup var emitting: EmitOptions
  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var speaking: SpeakingOptions
  @OptionGroup var limits: LimitOptions

  /// The paths of the command line, which messages may contain.
  private var paths: [String] {
    [archive] + [emitting.output.output].compactMap { $0 }
  }

  func validate() throws {
    try StandardInput.check([archive])
    try emitting.check(ArchiveListing.self)
    try redaction.validate(paths)
  }

  func console() -> Console { speaking.console(redaction.session(paths)) }

  func run(_ console: Console) throws {
    let emitter = try emitting.emitter(console)
    var listing = ArchiveListing(archive: archive)
    var bareText: ArchiveMember?
    let captures: [Capture]
    do throws(ArchiveError) {
      captures = try limits.loader(console).captures(in: archive) { member in
        // What a bare text is, is known once it is read.
        guard !member.isBareText else { return bareText = member }
        let section = member.kind == .file ? SectionCatalog.kind(ofMember: member.path) : nil
        if !sections || section != nil { listing.add(Self.listed(member, section)) }
      }
    } catch {
      throw CommandFailure(error.description)
    }
    if let bareText {
      listing.add(Self.listed(bareText, captures.first?.snapshot.sections.first?.kind))
    }
    for snapshot in captures.map(\.snapshot) {
      let name = snapshot.archive.captureCount == nil ? nil : snapshot.archive.name
      for missing in snapshot.missing { listing.add(missing, ofCapture: name) }
    }
    try emitter.emitAlone(listing)
    try emitter.commit()
    let damaged = captures.map(\.snapshot.scan).filter(\.isDamaged)
    for scan in damaged { console.error("\(archive): \(scan.damage(LimitOptions.option))") }
    if !damaged.isEmpty { throw ExitStatus.partial }
  }

  private static func listed(
    _ member: ArchiveMember, _ section: SectionKind?
  ) -> ArchiveListing.Member {
    let kind: ArchiveListing.Member.Kind =
      switch member.kind {
      case .file: .file
      case .folder: .folder
      case .symbolicLink, .hardLink: .link
      case .other: .other
      }
    return ArchiveListing.Member(
      path: member.path, kind: kind, bytes: kind == .file ? member.size : nil, section: section)
  }
}
