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
  }

  /// What the output is made of.
  public var medium: Medium {
    switch self {
    case .text: .lines
    case .json, .jsonl: .object
    case .csv: .rows
    case .rows: .objects
    }
  }

  /// The renderer of this format.
  public func renderer(_ options: RenderingOptions) -> any Renderer {
    switch self {
    case .text: TextRenderer(options)
    case .json: JSONRenderer(isPretty: true)
    case .jsonl: JSONRenderer(isPretty: false)
    case .csv: CSVRenderer(table: options.table)
    case .rows: RowsRenderer()
    }
  }
}

/// How results are to be shown.
public struct RenderingOptions: Sendable, Hashable {
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

  /// What stands between two results; empty for most formats.
  var separator: [UInt8] { get }
}

extension Renderer {
  /// Nothing.
  public func opening<Result: Presentable>(for type: Result.Type) -> [UInt8] { [] }

  /// Nothing.
  public var separator: [UInt8] { [] }

  /// A result as text.
  ///
  /// - Throws: what `bytes` throws.
  public func text(_ result: some Presentable) throws -> String {
    String(decoding: try bytes(of: result), as: UTF8.self)
  }
}
