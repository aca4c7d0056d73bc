internal import AllocationBalance
internal import ArgumentParser
internal import MemorySections
internal import ReportRendering
internal import SysdiagnoseArchive

/// What is in an archive, and what is missing.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List an archive's members, their sections, and missing sections with the reason.")

  @Argument(help: "Archive: .tar.gz, other tar, unpacked folder, or - for standard input.")
  var archive: String

  @Flag(help: "List only the members that are memory sections.")
  var sections = false

  @OptionGroup(title: "Limits") var limits: LimitOptions
  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var emitting: EmitOptions
  @OptionGroup var speaking: SpeakingOptions

  func validate() throws {
    try emitting.check(ArchiveListing.self)
  }

  func run() throws {
    let emitter = try emitting.emitter()
    var listing = ArchiveListing(archive: archive)
    let loaded: Snapshot
    do {
      loaded = try SnapshotLoader(limits: limits.limits).load(archive) { member in
        let section = member.kind == .file ? SectionCatalog.kind(ofMember: member.path) : nil
        if !sections || section != nil { listing.add(Self.listed(member, section)) }
      }
    } catch {
      throw CommandFailure(error.description)
    }
    Redaction.current?.learn(archive: archive)
    for missing in loaded.missing { listing.add(missing) }
    try emitter.emitAlone(listing)
    try emitter.commit()
    if loaded.scan.isDamaged {
      Messages.error("\(archive): \(loaded.scan.damage)")
      throw ExitStatus.partial
    }
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
