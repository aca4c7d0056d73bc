internal import Platform
#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import SysdiagnoseArchive

/// Finds the archives in folders.
///
/// An archive is recognized by its name: a tar file, or a folder with the name of a sysdiagnose.
/// Links in a folder are not followed; the search cannot loop or leave the folder. Devices, sockets
/// and FIFOs are never opened.
public struct ArchiveFinder: Sendable {
  /// Archives that sysdiagnose has not finished; they are skipped.
  public private(set) var unfinished: [String] = []
  /// Files and links that are not archives; they are skipped.
  public private(set) var others: [String] = []
  /// The paths that could not be searched, and why.
  public private(set) var failures: [(path: String, reason: String)] = []
  private var found: Set<String> = []

  private static let suffixes = [
    ".tar.gz", ".tgz", ".tar", ".tar.xz", ".txz", ".tar.bz2", ".tbz", ".tar.zst",
  ]

  /// Creates a finder that has found nothing yet.
  public init() {}

  /// The archives found, sorted by path.
  public var archives: [String] { found.sorted() }

  /// Searches a path: an archive, a folder of archives, or a shell pattern (`*`, `?`, `[…]`).
  public mutating func search(_ path: String) {
    let isThere = FileStatus.kind(at: path, followsLinks: false) != nil
    guard !isThere, path.contains(where: { "*?[".contains($0) }) else {
      searchPath(path)
      return
    }
    let matches = FilePath.matches(path)
    if matches.isEmpty { failures.append((path, "no file matches")) }
    for match in matches { searchPath(match) }
  }

  /// A link named by the user is followed.
  private mutating func searchPath(_ path: String) {
    switch look(path, followsLinks: true) {
    case .file?: found.insert(path)
    case .folder? where Self.isArchiveFolder(path): found.insert(path)
    case .folder?: searchFolder(path)
    case .symbolicLink?, .pipe?, .characterDevice?, .other?:
      failures.append((path, "is neither a file nor a folder"))
    case nil: break
    }
  }

  /// The kind of the item at a path; nil, with a failure, when it is inaccessible.
  private mutating func look(_ path: String, followsLinks: Bool) -> FileStatus.Kind? {
    do throws(SystemError) {
      return try FileStatus(of: path, followsLinks: followsLinks).kind
    } catch {
      failures.append((path, "cannot be read: \(error)"))
      return nil
    }
  }

  private mutating func searchFolder(_ folder: String) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      failures.append((folder, "the folder cannot be read"))
      return
    }
    for name in names.sorted() where !Self.isMacMetadata(name) {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      switch look(path, followsLinks: false) {
      case .file? where Self.suffixes.contains(where: name.hasSuffix): add(path, name)
      case .folder? where Self.isArchiveFolder(path): add(path, name)
      case .folder?: searchFolder(path)
      case .file?, .symbolicLink?, .pipe?, .characterDevice?, .other?: others.append(path)
      case nil: break
      }
    }
  }

  private mutating func add(_ path: String, _ name: String) {
    if name.hasPrefix("IN_PROGRESS_") {
      unfinished.append(path)
    } else {
      found.insert(path)
    }
  }

  /// macOS metadata beside the files: `._NAME` (AppleDouble) and `.DS_Store`.
  private static func isMacMetadata(_ name: String) -> Bool {
    name == ".DS_Store" || (name.hasPrefix("._") && name.utf8.count > 2)
  }

  private static func isArchiveFolder(_ path: String) -> Bool {
    guard let name = path.split(separator: "/").last else { return false }
    return ArchiveIdentity(name: String(name)) != nil
  }
}
