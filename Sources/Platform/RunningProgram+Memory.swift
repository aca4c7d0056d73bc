#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// The memory of this process.
extension RunningProgram {
  /// Whether this program has had more resident memory than a number of bytes at any time.
  ///
  /// On Linux the system's count for a process begins before it becomes this program, with the
  /// memory of its parent, such as a job's Java. When that count is exceeded, the program's own decides.
  public static func hasUsed(moreThan bytes: Int) -> Bool {
    guard peakOfProcess > bytes else { return false }
    #if os(Linux)
      return peakOfProgram.map { $0 > bytes } ?? true
    #else
      return true
    #endif
  }

  /// The most resident memory that this process has had so far, in bytes.
  private static var peakOfProcess: Int {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    #if canImport(Darwin)
      return Int(usage.ru_maxrss)
    #else
      return Int(usage.ru_maxrss).multipliedSaturated(by: 1024)
    #endif
  }

  #if os(Linux)
    /// The most since this program began, in bytes; nil when the system does not say.
    ///
    /// A line of proc(5): `VmHWM:\t   28412 kB`.
    private static var peakOfProgram: Int? {
      guard let status = try? OpenFile.forReading("/proc/self/status") else { return nil }
      var text = [UInt8](repeating: 0, count: 1 << 13)
      guard
        case .bytes(let count)? = try? text.withUnsafeMutableBytes({ try status.read(into: $0) })
      else { return nil }
      let line = text.prefix(count).split(separator: UInt8(ascii: "\n")).first {
        $0.starts(with: "VmHWM:".utf8)
      }
      let digits = line?.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      return digits.flatMap { Int(String(decoding: $0, as: UTF8.self)) }?
        .multipliedSaturated(by: 1024)
    }
  #endif
}
