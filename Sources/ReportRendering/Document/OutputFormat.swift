/// A format that results are written in.
public enum OutputFormat: String, Sendable, CaseIterable {
  /// For people at a terminal.
  case text
  /// One JSON object over many lines.
  case json
  /// The same object on one line.
  case jsonl
  /// A table as comma-separated values.
  case csv
  /// For issues and tickets.
  case markdown
  /// A page for a browser: one file that loads nothing.
  case html
  /// The rows of all exported tables, one JSON object a line.
  case rows

  /// What the output is made of, which decides how it is redacted.
  public enum Medium: Sendable, Hashable {
    /// Lines for people.
    case lines
    /// A JSON object.
    case object
    /// JSON objects, one a line, which are rows of tables.
    case objects
    /// Rows of comma-separated values.
    case rows
    /// Markup, whose texts the renderer redacts before it escapes them.
    case markup
  }

  /// What the output is made of.
  public var medium: Medium {
    switch self {
    case .text: .lines
    case .json, .jsonl: .object
    case .csv: .rows
    case .markdown, .html: .markup
    case .rows: .objects
    }
  }

  /// The renderer of this format.
  public func renderer(_ options: RenderingOptions) -> any Renderer {
    switch self {
    case .text: TextRenderer(options)
    case .json: JSONRenderer(isPretty: true)
    case .jsonl: JSONRenderer(isPretty: false)
    case .csv: CSVRenderer(table: options.table, hasMark: options.hasByteOrderMark)
    case .markdown: MarkdownRenderer(options)
    case .html: HTMLRenderer(options)
    case .rows: RowsRenderer()
    }
  }
}

/// How results are to be shown.
public struct RenderingOptions: Sendable {
  /// Columns of the terminal; nil for lines of any length.
  public var width: Int?
  /// How many rows of each list readers see.
  public var top: Int
  /// Whether text carries colours.
  public var usesColor: Bool
  /// Whether only the first screen is shown.
  public var isBrief: Bool
  /// The table that CSV is made of; nil for the result's main one.
  public var table: String?
  /// Whether CSV starts with a byte order mark, by which spreadsheets know UTF-8.
  public var hasByteOrderMark = false
  /// Replaces names in each text of markup before it is escaped; nil shows them.
  public var redact: (@Sendable (String) -> String)?
  /// The pages of machines, by the number of the snapshot in the store; a page links to them.
  public var machinePages: [Int: String] = [:]
  /// The page that a page of a machine links back to; nil for a page that stands alone.
  public var homePage: String?

  /// Creates options.
  public init(
    width: Int? = nil, top: Int = 10, usesColor: Bool = false, isBrief: Bool = false,
    table: String? = nil
  ) {
    self.width = width
    self.top = top
    self.usesColor = usesColor
    self.isBrief = isBrief
    self.table = table
  }
}

/// Writes results in one format.
public protocol Renderer: Sendable {
  /// What stands before the first result of a type: the names of columns; empty for most formats.
  func opening<Result: Presentable>(for type: Result.Type) -> [UInt8]

  /// A result as UTF-8.
  ///
  /// - Throws: what the encoder throws; no result holds anything that it cannot encode.
  func bytes<Result: Presentable>(of result: Result) throws -> [UInt8]

  /// A result as UTF-8, where the output holds several in one frame.
  ///
  /// - Parameters:
  ///   - result: the result.
  ///   - place: how many results stand before it in the output.
  /// - Returns: the result's part of the output.
  /// - Throws: what `bytes(of:)` throws.
  func bytes<Result: Presentable>(of result: Result, at place: Int) throws -> [UInt8]

  /// What stands between two results; empty for most formats.
  var separator: [UInt8] { get }

  /// What ends the output after the last result; empty for most formats.
  var closing: [UInt8] { get }
}

extension Renderer {
  /// Nothing.
  public func opening<Result: Presentable>(for type: Result.Type) -> [UInt8] { [] }

  /// The result, wherever it stands.
  public func bytes<Result: Presentable>(of result: Result, at place: Int) throws -> [UInt8] {
    try bytes(of: result)
  }

  /// Nothing.
  public var separator: [UInt8] { [] }

  /// Nothing.
  public var closing: [UInt8] { [] }

  /// A result as text.
  ///
  /// - Throws: what `bytes` throws.
  public func text(_ result: some Presentable) throws -> String {
    String(decoding: try bytes(of: result), as: UTF8.self)
  }
}
