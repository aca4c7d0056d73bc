#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The system's own words for an error number.
enum SystemMessage {
  /// The text for `errno` as the last call left it.
  static var current: String { text(for: errno) }

  static func text(for code: Int32) -> String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
  }
}
