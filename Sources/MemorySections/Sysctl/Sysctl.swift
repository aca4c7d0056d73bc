/// The memory-related facts in `sysctl -a`.
public struct Sysctl: Sendable, Hashable, Codable {
  /// Installed memory in bytes (`hw.memsize`).
  public internal(set) var installed: Quantity?
  /// A printed size of memory that no machine has; nil when the size is plausible or not printed.
  public internal(set) var disbelievedMemory: Quantity?
  /// The address space of the zone map, the limit for zones (`kern.zleak.max_zonemap_size`).
  public internal(set) var zoneMapCeiling: Quantity?
  /// The page size in bytes (`hw.pagesize`).
  public internal(set) var pageSize: Int?
  /// The boot time in seconds since 1970 (`kern.boottime`).
  public internal(set) var bootTime: Int?
  /// The model: `hw.model` of a Mac, `hw.machine` of other devices, whose `hw.model` is a board.
  public var model: String? {
    guard let machine, machine.contains(",") else { return boardOrModel }
    return machine
  }
  /// `hw.machine`: on a Mac, the processor's architecture.
  var machine: String?
  /// `hw.model`.
  var boardOrModel: String?
  /// The host name (`kern.hostname`).
  public internal(set) var hostName: String?
  /// The build (`kern.osversion`).
  public internal(set) var build: String?
  /// The OS version (`kern.osproductversion`, 10.13.4 and later).
  public internal(set) var osVersion: String?
}

/// Parses the relevant names in `sysctl.txt` and ignores the others.
///
/// ```
/// hw.memsize: 38654705664
/// kern.boottime: { sec = 1773390001, usec = 204112 } Fri Mar 13 01:20:01 2026
/// ```
struct SysctlParser: SectionParser {
  private var sysctl = Sysctl()

  /// Only `hw.` and `kern.` names matter.
  var wantedLineStarts: ByteSet? { "hk" }

  /// Plausible installed memory in bytes: the first Mac OS X needed 64 MB, and no machine has close
  /// to 64 TB.
  static let believedMemory = 64 << 20...64 << 40

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    guard let separator = (0..<line.count).first(where: { Self.isSeparator(line[$0]) }) else {
      return .furniture
    }
    let value = line.trimmed((separator + 1)..<line.count)
    switch line.text(line.trimmed(0..<separator)) {
    case "hw.memsize":
      guard let bytes = line.integer(value), bytes >= 0 else { return .unread }
      guard Self.believedMemory.contains(bytes) else {
        sysctl.disbelievedMemory = Quantity(bytes: bytes, source: source)
        return .unread
      }
      sysctl.installed = Quantity(bytes: bytes, source: source)
    case "hw.pagesize":
      guard let bytes = line.integer(value), bytes > 0 else { return .unread }
      sysctl.pageSize = bytes
    case "hw.model": sysctl.boardOrModel = line.text(value)
    case "hw.machine": sysctl.machine = line.text(value)
    case "kern.hostname": sysctl.hostName = line.text(value)
    case "kern.osversion": sysctl.build = line.text(value)
    case "kern.osproductversion": sysctl.osVersion = line.text(value)
    case "kern.zleak.max_zonemap_size":
      guard let bytes = line.integer(value), bytes > 0, bytes <= Quantity.largestBelieved else {
        return .unread
      }
      sysctl.zoneMapCeiling = Quantity(bytes: bytes, source: source)
    case "kern.boottime":
      guard let seconds = bootSeconds(line) else { return .unread }
      sysctl.bootTime = seconds
    default: return .furniture
    }
    return .row
  }

  consuming func finish() -> Sysctl? {
    sysctl == Sysctl() ? nil : sysctl
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=")
  }

  private func bootSeconds(_ line: Span<UInt8>) -> Int? {
    guard let place = line.firstIndex(of: "sec = ") else { return nil }
    let start = place + 6
    let end = (start..<line.count).first { line[$0].decimalDigit == nil } ?? line.count
    return line.integer(start..<end)
  }
}
