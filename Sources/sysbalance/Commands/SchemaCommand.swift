public import ArgumentParser
public import ReportRendering

extension ReportSchema: ExpressibleByArgument {}

/// What other programs rely on: the JSON of a report, and the exported tables.
struct SchemaCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of a command's JSON (draft 2020-12), or tables' columns.",
    discussion: """
      report is the schema of each line of batch as well, baseline that of compare --baseline, \
      failure that of any other command when it can produce nothing (exit 1).
      """)

  @Argument(help: "The command.")
  var name = ReportSchema.report

  @Flag(help: "Print the tables of --tables and --format rows: columns, types, meanings.")
  var tables = false

  @OptionGroup var output: OutputOptions

  func run(_ console: Console) throws {
    let destination = try output.destination()
    try destination.write(tables ? ExportSchema.json : name.text)
    try destination.commit()
  }
}
