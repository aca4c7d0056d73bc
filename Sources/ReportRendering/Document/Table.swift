internal import MemoryAnalysis

/// A table of a document: rows of typed cells under the columns of a shape.
public struct Table: Sendable, Hashable {
  /// The name and the columns.
  public var shape: TableShape
  /// All rows; a renderer may show only the first of them and must then say how many there are.
  public var rows: [Row]
  /// What tells this table's rows from those of the same table elsewhere, such as the archive's path;
  /// nil when the table stands once.
  public var key: Cell?
  /// Who the table is for.
  public var audience: Audience
  /// Whether every row is shown, whatever number of rows was asked for.
  public var isWhole: Bool

  /// Creates a table.
  public init(
    _ shape: TableShape, _ rows: [Row], key: Cell? = nil, audience: Audience = .everyone,
    isWhole: Bool = false
  ) {
    self.shape = shape
    self.rows = rows
    self.key = key
    self.audience = audience
    self.isWhole = isWhole
  }

  /// One row.
  public struct Row: Sendable, Hashable {
    /// The cells, one for each column of the shape.
    public var cells: [Cell]
    /// How far the row is indented below the one that it is a part of.
    public var level: Int

    /// Creates a row.
    public init(_ cells: [Cell], level: Int = 0) {
      self.cells = cells
      self.level = level
    }
  }

  /// Who a table is for.
  public enum Audience: Sendable, Hashable {
    /// Readers and programs.
    case everyone
    /// Readers: the table adds rows up that programs get one by one from another table.
    case readers
    /// Programs: readers have the same rows elsewhere.
    case programs
  }
}

/// What a table is called, and its columns: known before there is a result.
public struct TableShape: Sendable, Hashable {
  /// The name that `--table` takes.
  public var name: String
  /// The columns.
  public var columns: [Column]
  /// What the rows are, in the plural: `zones`.
  public var rowNoun: String

  /// Creates a shape.
  public init(_ name: String, of rowNoun: String, _ columns: [Column]) {
    self.name = name
    self.rowNoun = rowNoun
    self.columns = columns
  }

  /// How many rows are not shown: `and 12 more zones`, `and 1 more`; nil when all are.
  func more(_ count: Int) -> String? {
    guard count > 0 else { return nil }
    return count == 1 ? "and 1 more" : "and \(SizeText.exact(count)) more \(rowNoun)"
  }
}

/// A column of a table.
public struct Column: Sendable, Hashable {
  /// The name in CSV, in the words of the JSON (`currentBytes`); nil for a column that CSV leaves out.
  public var key: String?
  /// The heading for readers; nil for a column that they do not see.
  public var heading: String?
  /// What the cells are.
  public var kind: Kind
  /// 0 for a column that is always shown; where room is short, the highest number goes first.
  public var priority: Int

  /// What the cells of a column are.
  public enum Kind: Sendable, Hashable {
    /// A name, which may be cut in its middle where room is short.
    case name
    /// Words, which may be broken between them.
    case text
    /// A short word, a time or a version, which is never cut.
    case word
    /// Sizes. CSV has columns of their own for the tolerance and the lower bound.
    case bytes(hasTolerance: Bool, hasLowerBound: Bool)
    /// How many.
    case count
    /// A part of something, which the heading names.
    case share
    /// Any other number.
    case number
    /// A member and a line.
    case source
    /// Sizes over time.
    case course
  }

  /// Creates a column.
  public init(_ kind: Kind, _ key: String?, _ heading: String?, priority: Int = 0) {
    self.kind = kind
    self.key = key
    self.heading = heading
    self.priority = priority
  }

  /// Sizes, with or without tolerance and lower bound.
  static func bytes(
    _ key: String?, _ heading: String?, tolerance: Bool = false, lowerBound: Bool = false,
    priority: Int = 0
  ) -> Column {
    Column(
      .bytes(hasTolerance: tolerance, hasLowerBound: lowerBound), key, heading, priority: priority)
  }

  /// Whether readers see the cells at the column's right edge, as numbers stand.
  public var isRightAligned: Bool {
    switch kind {
    case .bytes, .count, .share, .number: true
    case .name, .text, .word, .source, .course: false
    }
  }
}
