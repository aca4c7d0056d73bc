internal import ArgumentParser

/// Whether what tells of persons and machines is replaced.
struct RedactionOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Replace host and user names, serials, device identifiers, addresses and paths below homes.",
      discussion: "An archive is then read twice, so it must be a file or a folder."))
  var redact = false

  @Option(
    help: ArgumentHelp(
      "Redact with pseudonyms made with this key: the same in every run, for whoever has the key.",
      discussion: "Without it they are numbered anew by each run.", valueName: "text"))
  var redactKey: String?

  /// Begins the redaction, before the command has said a word.
  func validate() throws {
    guard redact || redactKey != nil else { return }
    if redactKey?.isEmpty == true { throw ValidationError("--redact-key takes a text") }
    let arguments = CommandLine.arguments.dropFirst()
    let isFromInput = zip(arguments, [""] + arguments).contains { argument, before in
      argument == "-" && before != "--files-from"
    }
    guard !isFromInput else {
      throw ValidationError(
        "--redact reads an archive twice, which standard input cannot be: give a file")
    }
    guard !arguments.contains(where: { $0.hasPrefix("--store") || StoreArgument.isStore($0) })
    else {
      throw ValidationError(
        "--redact changes what is written, not what a store holds: give the archives themselves")
    }
    Redaction.begin(key: redactKey, givenPaths: arguments.map(Self.path))
  }

  /// The path in an argument such as `-oDIR/FILE` or `--output=DIR/FILE`.
  private static func path(_ argument: String) -> String {
    guard argument.hasPrefix("-") else { return argument }
    if let value = argument.split(separator: "=", maxSplits: 1).dropFirst().first {
      return String(value)
    }
    return String(argument.drop { $0 != "/" })
  }
}
