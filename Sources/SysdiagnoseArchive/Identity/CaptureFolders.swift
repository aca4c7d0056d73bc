/// Maps members to the captures in an input, judged by their folders.
///
/// One input may hold several captures: a tar with several top folders, or a folder with several
/// unpacked archives. A capture is the outermost folder that
///
/// - has the name of a sysdiagnose, or else
/// - directly contains one of the members, or one of the folders that sysdiagnose creates in every
///   archive: `crashes_and_spins` is never a capture.
///
/// A member outside any folder makes the whole input one capture, except for the folders with the
/// name of a sysdiagnose.
public struct CaptureFolders: Sendable {
  private let unnamed: Set<String>

  /// The folders that sysdiagnose creates inside an archive and that hold sections.
  private static let innerFolders: Set<Substring> = [
    "crashes_and_spins", "errors", "logs", "summaries", "system_logs.logarchive",
  ]

  /// The deepest level of a capture's folder; a hostile path has thousands.
  private static let deepest = 16

  /// Learns the folders of the relevant members.
  ///
  /// - Parameter members: the paths of the members that are sections, in any order.
  public init(members: some Sequence<String>) {
    unnamed = Set(
      members.lazy.filter { Self.namedFolder(of: $0) == nil }.map { Self.home(of: $0) })
  }

  /// The folder of a member's capture.
  ///
  /// - Parameter path: the path of a learned member, or of any other.
  /// - Returns: the path of the folder; empty when the whole input is the capture.
  public func folder(of path: String) -> String {
    if let named = Self.namedFolder(of: path) { return named }
    return Self.folders(of: path).first { unnamed.contains($0) } ?? ""
  }

  /// The folder of a member's capture, judged only by its own path.
  ///
  /// - Parameter path: the path of a member.
  /// - Returns: the folder with the name of a sysdiagnose; or else the member's folder, except for
  ///   folders that sysdiagnose creates inside an archive.
  public static func apparentFolder(of path: String) -> String {
    namedFolder(of: path) ?? home(of: path)
  }

  private static func namedFolder(of path: String) -> String? {
    let names = folderNames(of: path)
    return names.firstIndex(where: ArchiveIdentity.isName)
      .map { names[...$0].joined(separator: "/") }
  }

  private static func home(of path: String) -> String {
    folderNames(of: path).prefix { !innerFolders.contains($0) }.joined(separator: "/")
  }

  /// The folders on the path to a member, root first.
  private static func folders(of path: String) -> [String] {
    let names = folderNames(of: path)
    return (0...names.count).map { names.prefix($0).joined(separator: "/") }
  }

  /// The names of those folders.
  private static func folderNames(of path: String) -> ArraySlice<Substring> {
    path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init).filter { $0 != "." }
      .dropLast().prefix(deepest)
  }
}
