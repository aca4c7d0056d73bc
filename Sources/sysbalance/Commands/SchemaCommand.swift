public import ArgumentParser
public import ReportRendering

extension ReportSchema: ExpressibleByArgument {}

/// The contract of the JSON, for programs that read it.
struct SchemaCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema (draft 2020-12) of a command's JSON.",
    discussion: """
      report is the schema of each line of batch as well, baseline that of compare --baseline, \
      failure that of any other command when it can produce nothing (exit 1).
      """)

  @Argument(help: "The command.")
  var name = ReportSchema.report

  @OptionGroup var output: OutputOptions

  func run(_ console: Console) throws {
    let destination = try output.destination()
    try destination.write(name.text)
    try destination.commit()
  }
}
