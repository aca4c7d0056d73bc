internal import ArgumentParser
internal import ReportRendering

/// The contract of the JSON, for programs that read it.
struct SchemaCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema (draft 2020-12) of a report, which each line of batch follows."
  )

  @OptionGroup var output: OutputOptions

  func run(_ console: Console) throws {
    let destination = try output.destination()
    try destination.write(ReportSchema.text)
    try destination.commit()
  }
}
