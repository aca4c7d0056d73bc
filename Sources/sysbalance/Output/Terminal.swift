#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What is known of the terminal.
enum Terminal {
  /// Whether standard output is a terminal that wants colours.
  static var showsColors: Bool {
    if let noColor = getenv("NO_COLOR"), noColor.pointee != 0 { return false }
    return isatty(STDOUT_FILENO) == 1
  }

  /// How wide lines may be: `COLUMNS`, else the width of the terminal that standard output is.
  ///
  /// Nil when lines may have any length, as in a pipe.
  static var width: Int? {
    if let columns = getenv("COLUMNS"), let width = Int(String(cString: columns)), width > 0 {
      return width
    }
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return nil }
    return Int(size.ws_col)
  }
}
