public import ArgumentParser
internal import Redaction
internal import ReportRendering

extension OutputFormat: ExpressibleByArgument {}

/// How a command's result is written: the same options for every command that has one.
struct EmitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Output format: text, json, jsonl (one object per line), csv (one table, see --table), \
      markdown, html (one page that loads nothing) or rows (of report and batch: the rows of \
      schema --tables, one object per line).
      """))
  var format = OutputFormat.text

  @Option(help: ArgumentHelp("Table for --format csv; the main one by default.", valueName: "name"))
  var table: String?

  @Flag(help: "Start CSV with a byte order mark: spreadsheets then read it as UTF-8.")
  var bom = false

  @Option(help: "Rows per list in text and Markdown; JSON and CSV have all.")
  var top = 10

  @Flag(help: "Print the first screen only (text); at most 25 lines of Markdown.")
  var brief = false

  @Option(help: "Colours: auto, always or never. NO_COLOR is honoured.")
  var color = ColorChoice.auto

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard top > 0 else { throw ValidationError("--top needs a number of at least 1") }
    guard table == nil || format == .csv else {
      throw ValidationError("--table needs --format csv")
    }
    guard !bom || format == .csv else { throw ValidationError("--bom needs --format csv") }
    guard !brief || format == .text || format == .markdown else {
      throw ValidationError("--brief needs --format text or markdown")
    }
  }

  /// Refuses a format or a table that a result does not have.
  ///
  /// - Parameters:
  ///   - type: the result.
  ///   - formats: the formats that the command can write it in; nil for all.
  /// - Throws: `ValidationError` that names what there is.
  func check<Result: Presentable>(
    _ type: Result.Type, formats: [OutputFormat]? = nil
  ) throws {
    let all = formats ?? OutputFormat.allCases
    let available = all.filter {
      ($0 != .csv || !type.tables.isEmpty) && ($0 != .rows || type.isExported)
    }
    guard available.contains(format) else {
      throw ValidationError(
        "--format \(format.rawValue) is not available here; use "
          + Self.list(available.map(\.rawValue)))
    }
    let names = type.tables.map(\.name)
    if let table, !names.contains(table) {
      throw ValidationError("no table \(table); use --table \(Self.list(names))")
    }
  }

  /// Opens the destination; results are redacted as the console's messages are.
  ///
  /// - Throws: `FileError` when the file already exists or cannot be created.
  func emitter(_ console: Console) throws -> Emitter {
    Emitter(format, options(console), to: try output.destination(), redaction: console.redaction)
  }

  /// The columns that lines may have; nil for lines of any length.
  var width: Int? { output.output == nil ? Terminal.width : nil }

  /// Whether text carries colours.
  var usesColor: Bool { color.usesColor(toFile: output.output != nil) }

  /// How results are laid out.
  func rendering(width: Int?, usesColor: Bool) -> RenderingOptions {
    var options = RenderingOptions(
      width: width, top: top, usesColor: usesColor, isBrief: brief, table: table)
    options.hasByteOrderMark = bom
    return options
  }

  /// How results are shown: laid out for the destination, and redacted as messages are.
  func options(_ console: Console) -> RenderingOptions {
    var options = rendering(width: width, usesColor: usesColor)
    if let redaction = console.redaction { options.redact = redaction.text }
    return options
  }

  /// `a, b or c`.
  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " or " + last
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
