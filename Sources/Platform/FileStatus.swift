#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// The metadata of a file, read without opening it.
public struct FileStatus: Sendable, Equatable {
  /// The kind of an item in the file system.
  public enum Kind: Sendable, Equatable {
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A symbolic link that was not followed.
    case symbolicLink
    /// A named or an anonymous pipe.
    case pipe
    /// A device that returns a stream of bytes: a terminal, `/dev/zero`.
    case characterDevice
    /// A disk, a socket, or anything else.
    case other

    /// Decodes the type bits of a mode; their values are the same on every Unix and in a tar.
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

  /// The kind of item.
  public let kind: Kind
  /// The size in bytes; meaningful only for a regular file.
  public let size: Int
  /// The modification time, in seconds since 1970.
  public let modifiedSeconds: Int
  /// The nanoseconds within that second.
  public let modifiedFraction: Int

  /// The modification time, in nanoseconds since 1970.
  ///
  /// Times before 1677 or after 2262 do not fit; they give the smallest or the largest `Int`.
  public var modifiedNanoseconds: Int {
    let (whole, overflow) = modifiedSeconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, carry) = whole.addingReportingOverflow(modifiedFraction)
    return overflow || carry ? (modifiedSeconds < 0 ? .min : .max) : sum
  }

  /// Reads the status of the item at a path.
  ///
  /// - Parameters:
  ///   - path: The item.
  ///   - followsLinks: Whether to follow a symbolic link.
  /// - Throws: `SystemError` when the item is missing or inaccessible.
  public init(of path: String, followsLinks: Bool = true) throws(SystemError) {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else {
      throw .last
    }
    self.init(status)
  }

  /// The kind of the item at a path; nil when it is missing or inaccessible.
  public static func kind(at path: String, followsLinks: Bool = true) -> Kind? {
    try? FileStatus(of: path, followsLinks: followsLinks).kind
  }

  /// Reads the status of an open file.
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
