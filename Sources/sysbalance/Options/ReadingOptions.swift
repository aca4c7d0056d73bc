internal import ArgumentParser

/// How archives are read.
struct ReadingOptions: ParsableArguments {
  @Flag(
    help: """
      Stop after one of each main section. The rest of the archive is neither read nor verified.
      """)
  var fast = false

  @OptionGroup(title: "Limits") var limits: LimitOptions
  @OptionGroup var redaction: RedactionOptions

  /// Reads archives so.
  var loader: SnapshotLoader { SnapshotLoader(limits: limits.limits, isFast: fast) }
}

/// How a command speaks.
struct SpeakingOptions: ParsableArguments, Sendable {
  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Name every warning of the reading on standard error.")
  var verbose = false

  @Option(help: "Colours: auto, always or never. NO_COLOR is honoured.")
  var color = ColorChoice.auto

  func validate() throws {
    if quiet { Messages.beQuiet() }
  }
}

/// When text carries colours.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never

  /// Whether to use colours on standard output, `toFile` when it goes to a file instead.
  func usesColor(toFile: Bool) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: !toFile && Terminal.showsColors
    }
  }
}

/// Where a command's data goes.
struct OutputOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "Write to FILE instead of standard output.")
  var output: String?

  @Flag(help: "Replace what is already there.")
  var force = false

  /// Opens the destination; with `--redact` nothing comes to it unredacted.
  ///
  /// - Throws: `CommandFailure` when the file is already there or cannot be made.
  func destination() throws -> any OutputDestination {
    let destination: any OutputDestination =
      if let output { try ReplacedFile(output, mayReplace: force) } else { StandardOutput() }
    return Redaction.current.map { RedactingOutput(destination, $0) } ?? destination
  }
}
