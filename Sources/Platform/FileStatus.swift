#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// What the system says of a file without reading it.
public struct FileStatus: Sendable, Equatable {
  /// What stands at a path.
  public enum Kind: Sendable, Equatable {
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A symbolic link that was not followed.
    case symbolicLink
    /// A named pipe, or an end of one without a name.
    case pipe
    /// A device that gives bytes one after the other: a terminal, `/dev/zero`.
    case characterDevice
    /// A disk, a socket or what else there may be.
    case other

    /// Reads the type bits of a mode, whose values are the same on every Unix and in a tar.
    public init(mode: UInt32) {
      switch mode & 0o170000 {
      case 0o100000: self = .file
      case 0o040000: self = .folder
      case 0o120000: self = .symbolicLink
      case 0o010000: self = .pipe
      case 0o020000: self = .characterDevice
      default: self = .other
      }
    }
  }

  /// What it is.
  public let kind: Kind
  /// The size in bytes; it says nothing of anything but a regular file.
  public let size: Int
  /// When the content was last changed, in seconds since 1970.
  public let modifiedSeconds: Int
  /// The nanoseconds within that second.
  public let modifiedFraction: Int

  /// When the content was last changed, in nanoseconds since 1970.
  ///
  /// The largest or the smallest `Int` for a time before 1677 or after 2262, which does not fit.
  public var modifiedNanoseconds: Int {
    let (whole, overflow) = modifiedSeconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, carry) = whole.addingReportingOverflow(modifiedFraction)
    return overflow || carry ? (modifiedSeconds < 0 ? .min : .max) : sum
  }

  /// Looks at what stands at a path.
  ///
  /// - Parameters:
  ///   - path: Where to look.
  ///   - followsLinks: Whether a symbolic link stands for what it points to.
  /// - Throws: `SystemError` when nothing is there or it may not be looked at.
  public init(of path: String, followsLinks: Bool = true) throws(SystemError) {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else {
      throw .last
    }
    self.init(status)
  }

  /// What stands at a path; nil when nothing does, or it may not be looked at.
  public static func kind(at path: String, followsLinks: Bool = true) -> Kind? {
    try? FileStatus(of: path, followsLinks: followsLinks).kind
  }

  /// Looks at what is open.
  ///
  /// - Throws: `SystemError` when the descriptor is not open.
  public init(ofDescriptor descriptor: Int32) throws(SystemError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last }
    self.init(status)
  }

  private init(_ status: stat) {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    kind = Kind(mode: UInt32(status.st_mode))
    size = Int(status.st_size)
    modifiedSeconds = Int(time.tv_sec)
    modifiedFraction = Int(time.tv_nsec)
  }
}
