/// What vmmap, heap and leaks say about a process that they may not examine, or only in part.
///
/// ```
/// vmmap cannot examine process 107 (securityd) because it no longer appears to be running; try running with `sudo`.
/// Process 107 is not debuggable. Due to security restrictions, heap can only show contents of readonly memory of restricted processes.
/// heap[551]: [fatal] unable to introspect malloc zones to get allocation information
/// ```
struct ToolMessage {
  let text: String
  /// The process that it is about; nil when the message does not say.
  let pid: Int?
  /// The process's name; nil when the message does not say.
  let name: String?

  /// The most bytes kept of a message.
  private static let mostBytes = 400

  private static let marks: [StaticString] = [
    " cannot examine process ", " is not debuggable", "try running with ", "[fatal]",
    "memory analysis will be incomplete", "Failed to get task for process",
    "Unable to get task for process",
  ]

  /// Whether the line is a refusal of one of the tools.
  static func isRefusal(_ line: Span<UInt8>) -> Bool {
    marks.contains { line.firstIndex(of: $0) != nil }
  }

  /// Reads a message; nil when the line is anything else.
  init?(_ line: Span<UInt8>) {
    guard line.count > 12, Self.isRefusal(line) else { return nil }
    let whole = line.trimmedLine
    text = line.text(
      whole.lowerBound..<min(whole.upperBound, whole.lowerBound + Self.mostBytes))
    let word: StaticString = "rocess "
    guard let place = line.firstIndex(of: word) else {
      (pid, name) = (nil, nil)
      return
    }
    let start = place + word.utf8CodeUnitCount
    let end = (start..<line.count).first { line[$0].decimalDigit == nil } ?? line.count
    pid = line.integer(start..<end)
    guard pid != nil, line.starts(with: " (", at: end),
      let close = line.firstIndex(of: UInt8(ascii: ")"), in: end..<line.count)
    else {
      name = nil
      return
    }
    name = line.text((end + 2)..<close)
  }
}
