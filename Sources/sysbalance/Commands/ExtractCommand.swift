internal import ArgumentParser
internal import MemorySections
internal import SysdiagnoseArchive
internal import SysdiagnoseIngest

/// The kernel sections of an archive, as files.
struct ExtractCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Take the kernel sections, or any others, out of an archive.",
    discussion: """
      --kernel takes zprint, kextstat and panic reports whole, and kernel_task, the summary and the \
      system's data out of footprint-all. It adds what a comparison needs: sysctl, sw_vers, vm_stat, \
      and kernel_task from top. manifest.json has the member and the SHA-256 of each file. Only the \
      owner can read the files. --redact redacts every line and leaves out lines of 1 MiB or more.

      Examples:
        sysbalance extract sysdiagnose_2026.tar.gz --kernel --as-tar kernel.tar.gz
      """)

  @Argument(
    help: "Archive: .tar.gz, other tar, folder, single text, or - for standard input.",
    completion: .file())
  var archive: String

  @Flag(help: "Take the kernel's sections.")
  var kernel = false

  @Option(
    help: "Take one section whole: \(SectionKind.allNames). May be given several times.",
    transform: SectionKind.named)
  var section: [SectionKind] = []

  @Option(
    name: .shortAndLong, help: "The folder to write to; created if needed.",
    completion: .file())
  var output: String?

  @Option(help: "Write one .tar.gz instead; every command reads it.", completion: .file())
  var asTar: String?

  @Flag(help: "Replace existing files.")
  var force = false

  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var speaking: SpeakingOptions
  @OptionGroup var limits: LimitOptions

  func validate() throws {
    try StandardInput.check([archive])
    try redaction.validate(paths)
    guard kernel || !section.isEmpty else {
      throw ValidationError("choose what to extract: --kernel or --section NAME")
    }
    guard (output == nil) != (asTar == nil) else {
      throw ValidationError("choose an output: -o DIR or --as-tar FILE")
    }
  }

  /// The paths of the command line, which messages may contain.
  private var paths: [String] { [archive] + [output, asTar].compactMap { $0 } }

  func console() -> Console { speaking.console(redaction.session(paths)) }

  func run(_ console: Console) throws {
    guard
      let destination = output.map(SectionExtractor.Destination.folder)
        ?? asTar.map({ .packed($0) })
    else { throw ExitStatus.wrongUsage }
    var extractor = SectionExtractor(
      kinds: Set(section), takesKernel: kernel, limits: limits.limits,
      redaction: console.redaction, tool: "sysbalance \(SysBalance.version)")
    extractor.observer = console.progress.observer()
    let result: SectionExtractor.Result
    do throws(ExtractionError) {
      result = try extractor.extract(archive, to: destination, mayReplace: force)
    } catch {
      throw failure(error)
    }
    console.note("\(result.files.count) sections and a manifest written to \(destination.path)")
    var errors = result.refusals
    if result.scan.isDamaged { errors.insert(result.scan.damage(LimitOptions.option), at: 0) }
    for error in errors { console.error("\(archive): \(error)") }
    if !errors.isEmpty { throw ExitStatus.partial }
  }

  private func failure(_ error: ExtractionError) -> any Error {
    switch error {
    case .archive(let error): return CommandFailure(error.description)
    case .file(let error): return error
    case .severalCaptures(let archive, let names): return CommandFailure.several(archive, names)
    case .notCut(let archive, let sentences):
      return CommandFailure("\(archive): \(sentences.joined(separator: "; "))")
    case .nothingFound(let archive, let scan):
      let reason = scan.isDamaged ? "; \(scan.damage(LimitOptions.option))" : ""
      return CommandFailure("\(archive): none of the sections asked for is in it\(reason)")
    }
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
