internal import MemoryAnalysis
public import MemorySections

/// A value of a table, with what makes it readable and checkable.
public enum Cell: Sendable, Hashable {
  /// A size.
  case bytes(Size)
  /// How many.
  case count(Int)
  /// A number that names something, such as a process.
  case identifier(Int)
  /// A part of something, 0 to 1, and of what.
  case share(Double, of: String)
  /// A number, and how readers see it.
  case number(Double, text: String)
  /// A name from an archive or of the project.
  case name(String)
  /// Words.
  case text(String)
  /// Where a number stands.
  case source(Source)
  /// Sizes over time, oldest first.
  case course([Int])
  /// Not known, and why where that is known.
  case unknown(String?)
  /// Nothing belongs here.
  case empty

  /// A size, how sure it is, and what it measures.
  public struct Size: Sendable, Hashable {
    /// Bytes; bytes per hour for a rate.
    public var bytes: Int
    /// Half-width of the rounding, in bytes.
    public var tolerance: Int
    /// Whether the true size is this or more; nil when that is not known.
    public var isLowerBound: Bool?
    /// What the number is.
    public var form: Form
    /// Where the number stands; nil for a sum, and when that is not known.
    public var source: Source?

    /// What the bytes are.
    public enum Form: Sendable, Hashable {
      /// A size.
      case amount
      /// A size that readers want to the byte.
      case exact
      /// A difference, which has a sign.
      case difference
      /// A difference per hour.
      case perHour
    }

    /// Creates a size.
    public init(
      bytes: Int, tolerance: Int = 0, isLowerBound: Bool? = false, form: Form = .amount,
      source: Source? = nil
    ) {
      self.bytes = bytes
      self.tolerance = tolerance
      self.isLowerBound = isLowerBound
      self.form = form
      self.source = source
    }
  }
}

extension Cell {
  /// A quantity; unknown where there is none.
  static func size(
    _ quantity: Quantity?, isLowerBound: Bool? = false, form: Size.Form = .amount
  ) -> Cell {
    guard let quantity else { return .unknown(nil) }
    return .bytes(
      Size(
        bytes: quantity.bytes, tolerance: quantity.tolerance, isLowerBound: isLowerBound,
        form: form, source: quantity.source))
  }

  /// A number of bytes; unknown where there is none.
  static func size(_ bytes: Int?, isLowerBound: Bool? = false, form: Size.Form = .amount) -> Cell {
    size(bytes.map { Quantity(bytes: $0) }, isLowerBound: isLowerBound, form: form)
  }

  /// A part of a whole; empty where the whole is nothing or not known.
  static func share(_ part: Int?, of whole: Int?, _ what: String) -> Cell {
    guard let part, let whole, whole > 0 else { return .empty }
    return .share(Double(part) / Double(whole), of: what)
  }

  /// Words where there are any.
  static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty }

  /// A name where it is known.
  static func name(_ name: String?) -> Cell { name.map { .name($0) } ?? .unknown(nil) }

  /// A count where it is known.
  static func count(_ count: Int?) -> Cell { count.map { .count($0) } ?? .unknown(nil) }

  /// A source where there is one: a sum has none.
  static func source(_ source: Source?) -> Cell { source.map { .source($0) } ?? .empty }
}
