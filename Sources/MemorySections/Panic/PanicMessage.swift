/// Assembles a panic's first sentence; mail or a web page may have broken it into lines.
///
/// ```
/// panic(cpu 8 caller 0xfffffe00538ac33c): watchdog timeout: no checkins from
/// watchdogd in 93 seconds (23277 total checkins since monitoring last enabled)
/// Debugger message: panic Memory ID: 0xff OS release type: User OS version: 25F80
/// ```
struct PanicMessage {
  private(set) var text: [UInt8] = []
  private(set) var source: Source?
  private var joined = 0
  private var isOpen = false

  /// The most bytes that are searched.
  static let maximumLength = 2000
  /// The most bytes kept as the panic's message.
  static let keptLength = 400
  /// The most lines that form one sentence.
  private static let maximumJoined = 8
  /// Mail and web pages break lines below this width.
  private static let widestBreak = 110

  var hasBegun: Bool { !text.isEmpty }

  /// Starts with part of a line.
  mutating func begin(
    _ line: Span<UInt8>, _ range: Range<Int>, at source: Source, mayBeBroken: Bool
  ) {
    self.source = source
    append(line, range)
    isOpen = mayBeBroken && line.count <= Self.widestBreak && !isComplete
  }

  /// Appends a line if it continues the sentence; false when the sentence ended before it.
  mutating func goesOn(_ line: Span<UInt8>) -> Bool {
    guard isOpen else { return false }
    let range = line.trimmedLine
    guard !range.isEmpty, joined < Self.maximumJoined, !Self.isNewStatement(line, range) else {
      isOpen = false
      return false
    }
    text.append(UInt8(ascii: " "))
    append(line, range)
    joined += 1
    isOpen = !isComplete && line.count <= Self.widestBreak
    return true
  }

  private mutating func append(_ line: Span<UInt8>, _ range: Range<Int>) {
    for index in range where text.count < Self.maximumLength {
      // Old reports and pastes of JSON escape quotes inside the sentence.
      if line[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound,
        line[index + 1] == UInt8(ascii: "\"") || line[index + 1] == UInt8(ascii: "/")
      {
        continue
      }
      text.append(line[index])
    }
  }

  /// A kernel sentence ends with `@file.c:LINE`.
  private var isComplete: Bool {
    text.withLine { line in
      let digits = line.run(before: line.trimmedLine.upperBound) { $0.decimalDigit != nil }
      guard !digits.isEmpty, digits.lowerBound > 0, line[digits.lowerBound - 1] == UInt8(ascii: ":")
      else { return false }
      return line.run(before: digits.lowerBound - 1) { $0 != UInt8(ascii: "@") }.lowerBound > 0
    }
  }

  /// Whether a line starts the next item of a report.
  private static func isNewStatement(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let beginnings: [StaticString] = [
      "Backtrace", "Debugger", "Panic", "Memory ID", "OS release", "OS version", "Kernel ",
      "Compressor Info", "BSD process", "Process name", "Mac OS version", "System ", "Model:",
      "Boot args", "secure boot", "iBoot", "Fileset", "Hibernation", "hibernation", "Paniclog",
      "roots installed", "last ", "loaded kexts", "unloaded kexts", "Epoch", "Zone info", "CORE",
      "TPIDRx", "lr:", "0x", "CR0", "RAX", "CPU", "Fault", "service:", "Zone Name", "Anonymous",
    ]
    return beginnings.contains { line.starts(with: $0, at: range.lowerBound) }
  }
}
