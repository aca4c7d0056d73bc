#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// The natural logarithm and its inverse; Swift has them only in the C library.
public enum Logarithm {
  /// The natural logarithm: negative infinity for 0, NaN for negative numbers.
  public static func of(_ number: Double) -> Double { log(number) }

  /// The number with a given natural logarithm.
  public static func number(with logarithm: Double) -> Double { exp(logarithm) }
}
