internal import Platform

/// A number of bytes, how sure it is, and the line of the member that it was read from.
///
/// Nothing between a parser and a report is a bare integer: a size that Apple's tools print is
/// rounded or truncated, and a sum of such sizes is uncertain by the sum of their uncertainties.
public struct Quantity: Sendable, Hashable {
  /// The size in bytes, as printed (`93K` is 95232).
  public var bytes: Int

  /// The largest difference between the true size and `bytes`, in bytes.
  ///
  /// For a rounded size (`832 KB`) it is half of the last printed place, in both directions. For a
  /// truncated size (zprint's `93K`) it is the whole place minus one, upwards.
  public var tolerance: Int

  /// The member and the line that the size stands in; nil for a sum over several lines.
  public var source: Source?

  /// The line that the size stands in, from 1; nil for a sum over several lines.
  public var line: Int? { source?.line }

  /// Creates a quantity; it is exact without a tolerance.
  public init(bytes: Int, tolerance: Int = 0, source: Source? = nil) {
    self.bytes = bytes
    self.tolerance = tolerance
    self.source = source
  }

  /// Exactly zero bytes: the start of a sum.
  public static let zero = Quantity(bytes: 0)

  /// The largest plausible size: 1 PiB, five hundred times the largest Mac.
  ///
  /// A printed size above it is a wrapped or damaged number, and its row is unread. The limit also
  /// leaves room for sums over thousands of rows.
  public static let largestBelieved = 1 << 50

  /// The sum; tolerances add up.
  ///
  /// It saturates at the limits of `Int`: no input can trap.
  public static func + (left: Quantity, right: Quantity) -> Quantity {
    Quantity(
      bytes: left.bytes.addingSaturated(right.bytes),
      tolerance: left.tolerance.addingSaturated(right.tolerance),
      source: left.source == right.source ? left.source : nil)
  }

  /// The difference; tolerances add up.
  ///
  /// It saturates like `+`.
  public static func - (left: Quantity, right: Quantity) -> Quantity {
    left + Quantity(bytes: 0.subtractingSaturated(right.bytes), tolerance: right.tolerance)
  }

  /// Adds `right` to `left`.
  public static func += (left: inout Quantity, right: Quantity) {
    left = left + right
  }
}

extension Quantity: Codable {
  private enum CodingKeys: String, CodingKey {
    case bytes
    case tolerance
  }

  /// Decodes a quantity: `bytes`, `tolerance`, and where it has a source its `line` and `member`.
  ///
  /// - Throws: what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      bytes: try values.decode(Int.self, forKey: .bytes),
      tolerance: try values.decode(Int.self, forKey: .tolerance),
      source: try Source.decodeIfPresent(from: decoder))
  }

  /// Encodes the quantity, its source beside its size.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    if let json = encoder as? JSONTextEncoder { return write(to: json) }
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(bytes, forKey: .bytes)
    try values.encode(tolerance, forKey: .tolerance)
    try source?.encode(to: encoder)
  }

  private func write(to json: JSONTextEncoder) {
    json.encode(bytes, forKey: CodingKeys.bytes.rawValue)
    source?.write(to: json)
    json.encode(tolerance, forKey: CodingKeys.tolerance.rawValue)
  }
}

extension Sequence<Quantity> {
  /// The sum of all; exact zero when there are none.
  ///
  /// The source is kept when there is just one quantity.
  public func sum() -> Quantity {
    reduce(nil) { total, next in total.map { $0 + next } ?? next } ?? .zero
  }
}
