#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// The error of a failed system call.
public struct SystemError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The error number: `errno`.
  public let code: Int32

  /// Creates an error from its number.
  public init(code: Int32) {
    self.code = code
  }

  /// The error of the last failed call on this thread.
  public static var last: SystemError { SystemError(code: errno) }

  /// A read error of a device or a file: `EIO`.
  public static let inputOutput = SystemError(code: EIO)

  /// Whether the name is already taken: `EEXIST`.
  public var saysThatItExists: Bool { code == EEXIST }

  /// Whether the file system, or this kind of file, does not support the operation.
  public var saysThatItIsNotOffered: Bool {
    [EINVAL, EPERM, EOPNOTSUPP, ENOTSUP, ENOSYS, EMLINK].contains(code)
  }

  /// The system's own message.
  public var description: String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
  }
}
