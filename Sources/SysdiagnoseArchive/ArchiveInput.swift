internal import Platform

/// Where an archive's bytes come from.
public enum ArchiveInput: Sendable, Equatable {
  /// A tar archive on disk, compressed or not, or a named pipe such as `/dev/fd/63`.
  case file(String)
  /// An unpacked archive.
  case folder(String)
  /// A tar archive on standard input.
  case standardInput

  /// Inspects the path in the file system; `-` is standard input.
  ///
  /// - Parameter path: A path as the user gave it; symbolic links are followed.
  /// - Throws: ``ArchiveError/Code/unreadable`` when the path is missing or may not be read,
  ///   ``ArchiveError/Code/unsupported`` for a socket or a device.
  public init(path: String) throws(ArchiveError) {
    if path == "-" {
      self = .standardInput
      return
    }
    let kind: FileStatus.Kind
    do throws(SystemError) {
      kind = try FileStatus(of: path).kind
      try FilePath.requireReadable(path)
    } catch {
      throw ArchiveError(.unreadable, archive: path, detail: error.description)
    }
    switch kind {
    case .file, .pipe: self = .file(path)
    case .folder: self = .folder(path)
    case .symbolicLink, .characterDevice, .other: throw ArchiveError(.unsupported, archive: path)
    }
  }

  /// The name used in errors.
  var displayName: String {
    switch self {
    case .file(let path), .folder(let path): path
    case .standardInput: "standard input"
    }
  }
}
