#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The number of generated machines to test: all, unless `MACHINES_PERCENT` is lower.
///
/// A sanitizer makes each many times slower and gains nothing from statistics.
enum MachineShare {
  static let percent = getenv("MACHINES_PERCENT").flatMap { Int(String(cString: $0)) } ?? 100

  /// The share of a count, at least one; printed when it is not the whole.
  static func part(of count: Int) -> Int {
    let part = max(1, count * min(percent, 100) / 100)
    if part < count { print("MACHINES_PERCENT=\(percent): \(part) of \(count) are tried") }
    return part
  }
}
