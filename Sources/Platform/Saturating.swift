/// Arithmetic on numbers that an archive or a store states.
///
/// The standard operators trap on overflow, and `Int(_: Double)` traps on infinity. Input must not
/// end the program: these return the nearest number that an `Int` can hold.
/// `scripts/checks/unchecked-arithmetic` finds places that use the operators instead.
extension Int {
  /// Converts a number, rounded towards zero; NaN becomes 0.
  ///
  /// Where NaN or a number out of range means unknown, `Int(exactly:)` says so.
  public init(saturating number: Double) {
    if number.isNaN {
      self = 0
    } else {
      // -2^63 is a Double; the largest Int is not, and 2^63 is one above it.
      self =
        number >= 0x1p63
        ? .max : number <= -0x1p63 ? .min : Int(number)  // checked: it lies within the limits
    }
  }

  /// The sum, or the limit that it passes.
  public func addingSaturated(_ other: Int) -> Int {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? (other > 0 ? .max : .min) : sum
  }

  /// The difference, or the limit that it passes.
  public func subtractingSaturated(_ other: Int) -> Int {
    let (difference, overflows) = subtractingReportingOverflow(other)
    return overflows ? (other > 0 ? .min : .max) : difference
  }

  /// The product, or the limit that it passes.
  public func multipliedSaturated(by other: Int) -> Int {
    let (product, overflows) = multipliedReportingOverflow(by: other)
    return overflows ? ((self < 0) == (other < 0) ? .max : .min) : product
  }
}

extension Sequence<Int> {
  /// The sum of all, or the limit that it passes; 0 when there are none.
  public func saturatedSum() -> Int {
    reduce(0) { $0.addingSaturated($1) }
  }
}
