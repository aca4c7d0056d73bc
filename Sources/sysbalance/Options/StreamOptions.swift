internal import ArgumentParser
internal import ReportRendering

/// What a program that streams one archive needs: a name, its size, and an object in any case.
struct StreamOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The name of the archive in results and messages, for a stream: its key or address.",
      valueName: "name"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "How many bytes the archive has. With fewer, exit 6: the input broke off, try again.",
      valueName: "bytes"))
  var expectBytes: Int?

  @Flag(help: "Write an object to standard output also when the command fails (JSON formats).")
  var errorsAsJson = false

  /// Refuses options that do not fit the archives or the format.
  ///
  /// - Throws: `ValidationError`.
  func check(_ archives: [String], _ format: OutputFormat) throws {
    guard name == nil && expectBytes == nil || archives.count == 1 else {
      throw ValidationError("--name and --expect-bytes need one archive")
    }
    guard expectBytes ?? 0 >= 0 else {
      throw ValidationError("--expect-bytes needs a number of at least 0")
    }
    guard !errorsAsJson || format.medium == .object || format.medium == .objects else {
      throw ValidationError("--errors-as-json needs --format json, jsonl or rows")
    }
  }
}
