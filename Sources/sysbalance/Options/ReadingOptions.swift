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

  @OptionGroup var redaction: RedactionOptions
  /// Last, for few need them.
  @OptionGroup var limits: LimitOptions

  /// A loader with these options.
  func loader(_ console: Console) -> CaptureLoader {
    limits.loader(console, stopsEarly: fast)
  }
}

/// How a command speaks.
struct SpeakingOptions: ParsableArguments, Sendable {
  @Flag(name: .shortAndLong, help: "Print only errors on standard error.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print every warning on standard error.")
  var verbose = false

  /// The console of a command with these options.
  func console(_ redaction: RedactionSession? = nil) -> Console {
    Console(isQuiet: quiet, isVerbose: verbose, redaction: redaction)
  }
}

/// Where a command's data goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, help: "Write to FILE instead of standard output.", completion: .file())
  var output: String?

  @Flag(help: "Replace existing files.")
  var force = false

  /// Opens the destination.
  ///
  /// - Throws: `FileError` when the file already exists or cannot be created.
  func destination() throws -> any OutputDestination {
    if let output { try ReplacedFile(output, mayReplace: force) } else { StandardOutput() }
  }
}
