/// A result on one line of a list of many.
///
/// Where lines may have any length it is a sentence, made for `grep`. In a window it has columns of
/// fixed widths, because the lines of a list are written one by one.
public struct ListLine: Sendable, Hashable {
  /// A column of the line.
  public struct Field: Sendable, Hashable {
    /// What stands in it.
    public var text: String
    /// What stands behind the text and is never cut, such as a size; empty for nothing.
    public var end: String
    /// Its width in windows up to 99 columns, up to 139, and beyond; 0 leaves it out.
    public var widths: [Int]
    /// Whether it stands at the column's right edge.
    public var isRightAligned: Bool

    /// Creates a column.
    public init(_ text: String, end: String = "", widths: [Int], isRightAligned: Bool = false) {
      self.text = text
      self.end = end
      self.widths = widths
      self.isRightAligned = isRightAligned
    }
  }

  /// The line where lines may have any length.
  public var sentence: String
  /// The columns of a window.
  public var fields: [Field]
  /// The name that takes the rest of the window.
  public var name: String

  /// Creates a line.
  public init(sentence: String, fields: [Field], name: String) {
    self.sentence = sentence
    self.fields = fields
    self.name = name
  }

  /// The line in a window of `width` columns; nil for lines of any length.
  func text(width: Int?) -> String {
    guard let width else { return Printable.sentence(sentence) }
    let step = width < 100 ? 0 : width < 140 ? 1 : 2
    var line = ""
    for field in fields where step < field.widths.count && field.widths[step] > 0 {
      line += field.fitted(to: field.widths[step]) + "  "
    }
    let rest = width - DisplayWidth.of(line)
    return line + Fitted.middle(Printable.line(name), to: max(rest, 0))
  }
}

extension ListLine.Field {
  /// The text cut or padded to a width, its end whole.
  fileprivate func fitted(to width: Int) -> String {
    let end = end.isEmpty ? "" : " " + Printable.line(end)
    let text = Fitted.middle(Printable.line(text), to: max(width - DisplayWidth.of(end), 0)) + end
    return Fitted.padded(text, to: width, rightAligned: isRightAligned)
  }
}
