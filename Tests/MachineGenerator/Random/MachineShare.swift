#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How many of the generated machines are tried: all of them, unless `MACHINES_PERCENT` says less.
///
/// Under a sanitizer each takes many times as long, and what it looks for needs no statistics.
enum MachineShare {
  static let percent = getenv("MACHINES_PERCENT").flatMap { Int(String(cString: $0)) } ?? 100

  /// The share of a count, at least one; said aloud when it is not all.
  static func part(of count: Int) -> Int {
    let part = max(1, count * min(percent, 100) / 100)
    if part < count { print("MACHINES_PERCENT=\(percent): \(part) of \(count) are tried") }
    return part
  }
}
