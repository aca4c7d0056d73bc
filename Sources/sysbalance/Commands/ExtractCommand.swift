internal import AllocationBalance
internal import ArgumentParser
internal import MemorySections
internal import SysdiagnoseArchive

/// The kernel sections of an archive, as files.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Take the kernel sections, or any others, out of an archive.",
    discussion: """
      --kernel takes zprint and kextstat whole, of footprint-all the kernel_task section, the \
      summary and the system's data, and panic reports. manifest.json names each file's member \
      and SHA-256. Files are readable by their owner alone. With --redact every line is redacted \
      on its way; a line of 1 MiB or more is left out.
      """)

  @Argument(help: "Archive: .tar.gz, other tar, unpacked folder, or - for standard input.")
  var archive: String

  @Flag(help: "Take what speaks of the kernel.")
  var kernel = false

  @Option(
    help: "Take one section whole: \(SectionKind.allNames). May be given several times.",
    transform: SectionKind.named)
  var section: [SectionKind] = []

  @Option(name: .shortAndLong, help: "The folder to write to; made when it is not there.")
  var output: String?

  @Option(help: "Write one .tar.gz instead, which report reads again.")
  var asTar: String?

  @Flag(help: "Replace what is already there.")
  var force = false

  @OptionGroup(title: "Limits") var limits: LimitOptions
  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var speaking: SpeakingOptions

  func validate() throws {
    guard kernel || !section.isEmpty else {
      throw ValidationError("choose what to extract: --kernel or --section NAME")
    }
    guard (output == nil) != (asTar == nil) else {
      throw ValidationError("choose an output: -o DIR or --as-tar FILE")
    }
  }

  func run() throws {
    guard let destination = output ?? asTar else { throw ExitStatus.wrongUsage }
    let staging = try StagingFolder(beside: destination)
    let kinds = Set(section).union(kernel ? SectionKind.kernel : [])
    let extraction = Extraction(
      kinds: kinds, cutsFootprint: kernel && !section.contains(.footprint), staging: staging)
    let scan: ArchiveScan
    do {
      if let redaction = Redaction.current {
        extraction.redactor = redaction.numbering(
          try redaction.survey(archive, limits: limits.limits))
        redaction.learn(archive: archive)
      }
      scan = try ArchiveReader(ArchiveInput(path: archive), limits: limits.limits)
        .read(extraction.choose)
    } catch {
      throw CommandFailure(error.description)
    }
    if let failure = extraction.failure { throw failure }
    guard !extraction.files.isEmpty else {
      let summary = ScanSummary(scan)
      let reason = summary.isDamaged ? "; \(summary.damage)" : ""
      throw CommandFailure("\(archive): none of the sections asked for is in it\(reason)")
    }
    try place(extraction.files, scan, staging)
    try report(extraction, scan, destination)
  }

  /// Puts the files and their manifest where they were asked for.
  private func place(
    _ files: [ExtractedFile], _ scan: ArchiveScan, _ staging: StagingFolder
  ) throws {
    let manifest = try Manifest(path: archive, scan: scan, files: files).encoded()
    if let output {
      let file = try ReplacedFile(staging.path(of: Manifest.fileName), mayReplace: false)
      try manifest.withUnsafeBytes(file.write)
      try file.commit()
      try staging.move(
        files.map(\.name) + [Manifest.fileName], into: output, mayReplace: force)
    } else if let asTar {
      try PackedExtraction(files: files, manifest: manifest, scan: scan, staging: staging)
        .write(to: asTar, mayReplace: force)
    }
  }

  private func report(
    _ extraction: Extraction, _ scan: ArchiveScan, _ destination: String
  ) throws {
    if !speaking.quiet {
      Messages.note("\(extraction.files.count) sections and a manifest written to \(destination)")
    }
    let summary = ScanSummary(scan)
    var errors = extraction.budget.refusals
    if summary.isDamaged { errors.insert(summary.damage, at: 0) }
    for error in errors { Messages.error("\(archive): \(error)") }
    if !errors.isEmpty { throw ExitStatus.partial }
  }
}

extension SectionKind {
  fileprivate static var allNames: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The section of a name on the command line.
  fileprivate static func named(_ name: String) throws -> SectionKind {
    guard let kind = SectionKind(rawValue: name) else {
      throw ValidationError("there is no section \(name); there are \(allNames)")
    }
    return kind
  }
}
