#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import SysdiagnoseArchive

/// Finds the archives below folders.
///
/// An archive is told by its name: a tar file, or a folder with the name of a sysdiagnose. Links in
/// a folder are not followed, so that no loop and no place outside is entered; what is neither a
/// file nor a folder is never opened.
struct ArchiveFinder {
  /// Archives that sysdiagnose had not finished, which are passed over.
  private(set) var unfinished: [String] = []
  /// Files and links that are no archives, which are passed over.
  private(set) var others: [String] = []
  /// What could not be looked at, and why.
  private(set) var failures: [(path: String, reason: String)] = []
  private var found: Set<String> = []

  private static let suffixes = [
    ".tar.gz", ".tgz", ".tar", ".tar.xz", ".txz", ".tar.bz2", ".tbz", ".tar.zst",
  ]

  /// The archives found, in the order of their paths.
  var archives: [String] { found.sorted() }

  /// Names on standard error what could not be looked at.
  func nameFailures() {
    for (path, reason) in failures {
      Redaction.current?.learn(givenPath: path)
      Messages.error("\(path): \(reason)")
    }
  }

  /// Searches a path: an archive itself, a folder of them, or a pattern (`*`, `?`, `[…]`) that the
  /// shell did not expand.
  mutating func search(_ path: String) {
    let isThere = FileLook.kind(path, followsLinks: false) != nil
    guard !isThere, path.contains(where: { "*?[".contains($0) }) else {
      searchPath(path)
      return
    }
    let matches = FileLook.matches(path)
    if matches.isEmpty { failures.append((path, "no file matches")) }
    for match in matches { searchPath(match) }
  }

  /// A link that the user named is followed.
  private mutating func searchPath(_ path: String) {
    switch FileLook.kind(path, followsLinks: true) {
    case .file?: found.insert(path)
    case .folder? where Self.isArchiveFolder(path): found.insert(path)
    case .folder?: searchFolder(path)
    case .link?, .other?: failures.append((path, "is neither a file nor a folder"))
    case nil: failures.append((path, "cannot be read: \(FileLook.failure)"))
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
    for name in names.sorted() {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      switch FileLook.kind(path, followsLinks: false) {
      case .file? where Self.suffixes.contains(where: name.hasSuffix): add(path, name)
      case .folder? where Self.isArchiveFolder(path): add(path, name)
      case .folder?: searchFolder(path)
      case .file?, .link?, .other?: others.append(path)
      case nil: failures.append((path, "cannot be read: \(FileLook.failure)"))
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

  private static func isArchiveFolder(_ path: String) -> Bool {
    guard let name = path.split(separator: "/").last else { return false }
    return ArchiveIdentity(name: String(name)) != nil
  }
}
