#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// Why the system refused a call.
public struct SystemError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The system's number for it: `errno`.
  public let code: Int32

  /// Names an error by its number.
  public init(code: Int32) {
    self.code = code
  }

  /// The error of the call that failed last on this thread.
  public static var last: SystemError { SystemError(code: errno) }

  /// That a device or a file could not be read: `EIO`.
  public static let inputOutput = SystemError(code: EIO)

  /// Whether something is already there under the name: `EEXIST`.
  public var saysThatItExists: Bool { code == EEXIST }

  /// Whether the file system, or this kind of file, does not offer what was asked for.
  public var saysThatItIsNotOffered: Bool {
    [EINVAL, EPERM, EOPNOTSUPP, ENOTSUP, ENOSYS, EMLINK].contains(code)
  }

  /// The system's own words.
  public var description: String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
  }
}
