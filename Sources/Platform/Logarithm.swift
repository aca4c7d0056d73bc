#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// The natural logarithm and its reverse, which Swift has only in the system's library.
public enum Logarithm {
  /// The natural logarithm: negative infinity for 0, not a number below.
  public static func of(_ number: Double) -> Double { log(number) }

  /// The number that has a natural logarithm.
  public static func number(with logarithm: Double) -> Double { exp(logarithm) }
}
