internal import AllocationBalance
internal import ArgumentParser
internal import MemorySections
internal import ReportRendering
internal import SysdiagnoseArchive
internal import SysdiagnoseIngest

/// What is in an archive, and what is missing.
struct ListCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the members of an archive, the section that each is, and what is missing.")

  @Argument(help: "Archive: .tar.gz, other tar, unpacked folder, or - for standard input.")
  var archive: String

  @Flag(help: "List only the members that are memory sections.")
  var sections = false

  @OptionGroup(title: "Limits") var limits: LimitOptions
  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var speaking: SpeakingOptions

  /// The paths of the command line, which messages may contain.
  private var paths: [String] {
    [archive] + [output.output].compactMap { $0 }
  }

  func validate() throws { try redaction.validate(paths) }

  func console() -> Console { speaking.console(redaction.session(paths)) }

  func run(_ console: Console) throws {
    let destination = try output.destination(console)
    var failure: (any Error)?
    let captures: [Capture]
    do throws(ArchiveError) {
      captures = try limits.loader(console).captures(in: archive) { member in
        guard failure == nil, let line = line(member) else { return }
        do { try destination.write(line) } catch { failure = error }
      }
    } catch {
      throw CommandFailure(error.description)
    }
    if let failure { throw failure }
    for missing in captures.flatMap(\.snapshot.missing) {
      try destination.write(line(missing))
    }
    try destination.commit()
    let damaged = captures.map(\.snapshot.scan).filter(\.isDamaged)
    for scan in damaged { console.error("\(archive): \(scan.damage(LimitOptions.option))") }
    if !damaged.isEmpty { throw ExitStatus.partial }
  }

  /// A member's line, such as `      412345  zprint       sysdiagnose_…/zprint.txt`.
  private func line(_ member: ArchiveMember) -> String? {
    let kind = member.kind == .file ? SectionCatalog.kind(ofMember: member.path) : nil
    if sections, kind == nil { return nil }
    let size =
      switch member.kind {
      case .file: member.size.map(String.init) ?? "?"
      case .folder: "folder"
      case .symbolicLink, .hardLink: "link"
      case .other: "other"
      }
    return row(size, kind?.rawValue ?? "", member.path)
  }

  private func line(_ missing: MissingSection) -> String {
    let source = missing.source.map { " (\($0.member), line \($0.line))" } ?? ""
    return row("missing", missing.kind.rawValue, missing.words + source)
  }

  private func row(_ size: String, _ kind: String, _ text: String) -> String {
    let padded = String(repeating: " ", count: max(0, 12 - size.count)) + size
    let section = kind + String(repeating: " ", count: max(0, 13 - kind.count))
    return "\(padded)  \(section)  \(Printable.line(text))\n"
  }
}
