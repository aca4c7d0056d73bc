#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where an archive's bytes come from.
public enum ArchiveInput: Sendable, Equatable {
  /// A tar archive on disk, compressed or not.
  case file(String)
  /// An archive that was unpacked before.
  case folder(String)
  /// A tar archive that is piped in.
  case standardInput

  /// Tells by the file system what the path is; `-` is standard input.
  ///
  /// - Parameter path: A path as the user gave it; symbolic links are followed.
  /// - Throws: ``ArchiveError/Code/unreadable`` when the path is missing or may not be read,
  ///   ``ArchiveError/Code/unsupported`` for a FIFO, a socket or a device.
  public init(path: String) throws(ArchiveError) {
    if path == "-" {
      self = .standardInput
      return
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw ArchiveError(.unreadable, archive: path, detail: SystemMessage.current)
    }
    switch FileKind(mode: UInt32(status.st_mode)) {
    case .file: self = .file(path)
    case .folder: self = .folder(path)
    default: throw ArchiveError(.unsupported, archive: path)
    }
    guard access(path, R_OK) == 0 else {
      throw ArchiveError(.unreadable, archive: path, detail: SystemMessage.current)
    }
  }

  /// The name that errors use.
  var displayName: String {
    switch self {
    case .file(let path), .folder(let path): path
    case .standardInput: "standard input"
    }
  }
}
