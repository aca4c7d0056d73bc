internal import ArgumentParser
internal import ReportRendering

/// What other programs rely on: the JSON of a report, and the exported tables.
struct SchemaCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract:
      "Print the JSON Schema (draft 2020-12) of a report, or the columns of exported tables."
  )

  @Flag(help: "Print the tables of --tables and --format rows: columns, types, meanings.")
  var tables = false

  @OptionGroup var output: OutputOptions

  func run(_ console: Console) throws {
    let destination = try output.destination()
    try destination.write(tables ? ExportSchema.json : ReportSchema.text)
    try destination.commit()
  }
}
