#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif
internal import Synchronization

/// This process as a child of another one of the same program.
extension RunningProgram {
  /// The status with which a child ends that needed more memory than it may.
  public static let memoryStatus: Int32 = 70

  /// The path that starts this program again, even when its file was replaced meanwhile.
  public static var path: String {
    #if canImport(Darwin)
      var size: UInt32 = 0
      _ = _NSGetExecutablePath(nil, &size)
      var name = [CChar](repeating: 0, count: Int(size) + 1)
      if _NSGetExecutablePath(&name, &size) == 0 {
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      }
    #else
      if FilePath.exists("/proc/self/exe") { return "/proc/self/exe" }
    #endif
    return CommandLine.arguments.first ?? ""
  }

  /// Leaves the signals of a terminal to the parent, and ends with it.
  ///
  /// - Parameter memory: The most resident memory in bytes; the process ends with ``memoryStatus``
  ///   when it has had more.
  public static func serveParent(memory: Int) {
    policy.store(SignalPolicy.leave.rawValue, ordering: .relaxed)
    let parent = getppid()
    Threads.detach {
      while true {
        usleep(20_000)
        if hasUsed(moreThan: memory) { _exit(memoryStatus) }
        if getppid() != parent { _exit(0) }
      }
    }
  }
}
