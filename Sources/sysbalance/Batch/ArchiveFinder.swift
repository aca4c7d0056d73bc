#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import SysdiagnoseArchive

/// Finds the archives below folders.
///
/// An archive is told by its name: a tar file, or a folder with the name of a sysdiagnose. Links are
/// not followed, so that no loop and no place outside is entered.
struct ArchiveFinder {
  /// The archives found, in the order of their paths.
  private(set) var archives: [String] = []
  /// Archives that sysdiagnose had not finished, which are passed over.
  private(set) var unfinished: [String] = []
  /// Folders that could not be read.
  private(set) var unreadable: [String] = []

  private static let suffixes = [
    ".tar.gz", ".tgz", ".tar", ".tar.xz", ".txz", ".tar.bz2", ".tbz", ".tar.zst",
  ]

  /// Searches a path: an archive itself, or a folder of them.
  mutating func search(_ path: String) {
    guard let type = Self.type(path) else {
      unreadable.append(path)
      return
    }
    if type == .typeDirectory, !Self.isArchiveFolder(path) {
      searchFolder(path)
    } else {
      archives.append(path)
    }
    archives.sort()
  }

  private mutating func searchFolder(_ folder: String) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      unreadable.append(folder)
      return
    }
    for name in names.sorted() {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      switch Self.type(path) {
      case .typeRegular? where Self.suffixes.contains(where: name.hasSuffix): add(path, name)
      case .typeDirectory? where Self.isArchiveFolder(path): add(path, name)
      case .typeDirectory?: searchFolder(path)
      default: break
      }
    }
  }

  private mutating func add(_ path: String, _ name: String) {
    if name.hasPrefix("IN_PROGRESS_") {
      unfinished.append(path)
    } else {
      archives.append(path)
    }
  }

  private static func isArchiveFolder(_ path: String) -> Bool {
    guard let name = path.split(separator: "/").last else { return false }
    return ArchiveIdentity(name: String(name)) != nil
  }

  /// What stands at a path, links not followed; nil when nothing does.
  private static func type(_ path: String) -> FileAttributeType? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType
  }
}
