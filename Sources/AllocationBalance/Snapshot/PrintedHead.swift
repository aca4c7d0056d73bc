internal import MemorySections

/// When a tool ran and on which system, as the head of its output states.
///
/// ```
/// Date/Time:       2026-09-05 12:23:00.508 +0900
/// OS Version:      macOS 26.6 (25G72)
/// ```
///
/// spindump writes `iPhone OS 16.0.2 (Build 20A380)`.
struct PrintedHead {
  /// `macOS`, `iOS`, `watchOS`, `tvOS`, `visionOS`; nil when not printed.
  private(set) var platform: String?
  /// The OS version, `26.6`; nil when not printed.
  private(set) var version: String?
  /// The OS build, `25G72`; nil when not printed.
  private(set) var build: String?
  /// The time in seconds since 1970; nil when it or its offset is not printed.
  let seconds: Int?
  /// The time as RFC 3339 with the machine's own offset; nil when `seconds` is.
  let time: String?

  /// Reads the two lines of a head; nil when neither says anything.
  init?(time: String?, system: String?) {
    seconds = time.flatMap(PrintedTime.secondsSince1970)
    self.time = seconds == nil ? nil : time.flatMap(PrintedTime.rfc3339)
    if let system { read(system) }
    guard seconds != nil || version != nil else { return nil }
  }

  private mutating func read(_ system: String) {
    let words = system.split(separator: " ")
    guard let place = words.firstIndex(where: { $0.first?.isNumber == true }) else { return }
    version = String(words[place])
    platform = Self.platforms[words[..<place].joined(separator: " ")]
    guard let last = words[place...].dropFirst().last, last.hasSuffix(")") else { return }
    let build = last.dropLast().drop { $0 == "(" }
    self.build = build.isEmpty ? nil : String(build)
  }

  /// The platforms by the names that tools print.
  static let platforms = [
    "macOS": "macOS", "Mac OS X": "macOS", "OS X": "macOS", "iPhone OS": "iOS", "iOS": "iOS",
    "iPadOS": "iOS", "watchOS": "watchOS", "Watch OS": "watchOS", "tvOS": "tvOS",
    "Apple TVOS": "tvOS", "visionOS": "visionOS", "xrOS": "visionOS",
  ]
}

extension Snapshot {
  /// What the first head says of its time and system; nil when no output has a head.
  var printedHead: PrintedHead? {
    let examined = processDetails.flatMap(\.heads)
    let heads = examined.lazy.compactMap { PrintedHead(time: $0.time, system: $0.osVersion) }
    return heads.first ?? spindump.flatMap { PrintedHead(time: $0.time, system: $0.osVersion) }
  }

  /// Takes the time and the platform from an output's head where the archive's name has none.
  ///
  /// The output of a single tool has no other source for them.
  public mutating func takePrintedHead() {
    guard archive.capturedAtLocal == nil || archive.platform == nil, let head = printedHead
    else { return }
    archive.platform = archive.platform ?? head.platform
    guard archive.capturedAtLocal == nil, let time = head.time else { return }
    archive.capturedAt = time
    archive.capturedAtLocal = String(time.prefix(19))
    archive.capturedSeconds = head.seconds
  }
}
