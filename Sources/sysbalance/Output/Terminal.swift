internal import Platform

/// What is known of the terminal.
enum Terminal {
  /// Whether standard output is a terminal that wants colours.
  static var showsColors: Bool {
    if let noColor = RunningProgram.environment("NO_COLOR"), !noColor.isEmpty { return false }
    return OpenFile.standardOutput.isTerminal
  }

  /// How wide lines may be: `COLUMNS`, else the width of the terminal that standard output is.
  ///
  /// Nil when lines may have any length, as in a pipe.
  static var width: Int? {
    if let columns = RunningProgram.environment("COLUMNS"), let width = Int(columns), width > 0 {
      return width
    }
    return OpenFile.standardOutput.terminalWidth
  }
}
