internal import ArgumentParser
internal import Redaction
internal import SysdiagnoseIngest

/// How archives are read.
struct ReadingOptions: ParsableArguments {
  @Flag(
    help: """
      Stop after one of each main section. The rest of the archive is neither read nor verified.
      """)
  var fast = false

  @OptionGroup(title: "Limits") var limits: LimitOptions
  @OptionGroup var redaction: RedactionOptions

  /// A loader with these options.
  func loader(_ console: Console) -> CaptureLoader {
    limits.loader(console, stopsEarly: fast)
  }
}

/// How a command speaks.
struct SpeakingOptions: ParsableArguments, Sendable {
  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Name every warning of the reading on standard error.")
  var verbose = false

  @Option(help: "Colours: auto, always or never. NO_COLOR is honoured.")
  var color = ColorChoice.auto

  /// The console of a command with these options.
  func console(_ redaction: RedactionSession? = nil) -> Console {
    Console(isQuiet: quiet, isVerbose: verbose, redaction: redaction)
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

  /// Opens the destination, which redacts what is written to it with `--redact`.
  ///
  /// - Throws: `FileError` when the file already exists or cannot be created.
  func destination(_ console: Console) throws -> any OutputDestination {
    let destination: any OutputDestination =
      if let output { try ReplacedFile(output, mayReplace: force) } else { StandardOutput() }
    return console.redaction.map { RedactingOutput(destination, $0) } ?? destination
  }
}
