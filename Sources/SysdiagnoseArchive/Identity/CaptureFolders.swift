/// Which capture of an input each member belongs to, told by the members' folders.
///
/// One input may hold several captures: a tar with several top folders, or a folder with several
/// unpacked archives. A capture is the outermost folder that
///
/// - has the name of a sysdiagnose, else
/// - holds one of the members itself, or one of the folders that sysdiagnose makes in every archive:
///   `crashes_and_spins` is never a capture.
///
/// A member that lies in no folder makes the whole input one capture, but for the folders with the name
/// of a sysdiagnose.
public struct CaptureFolders: Sendable {
  private let unnamed: Set<String>

  /// The folders that sysdiagnose makes inside an archive and that hold sections.
  private static let innerFolders: Set<Substring> = [
    "crashes_and_spins", "errors", "logs", "summaries", "system_logs.logarchive",
  ]

  /// How many folders down a capture may lie; a hostile path has thousands.
  private static let deepest = 16

  /// Learns the folders of the members that count.
  ///
  /// - Parameter members: the paths of the members that are sections, in any order.
  public init(members: some Sequence<String>) {
    unnamed = Set(
      members.lazy.filter { Self.namedFolder(of: $0) == nil }.map { Self.home(of: $0) })
  }

  /// The folder of the capture that a member belongs to.
  ///
  /// - Parameter path: the path of one of the members that were learned, or of any other one.
  /// - Returns: the path of the folder; empty when the whole input is the capture.
  public func folder(of path: String) -> String {
    if let named = Self.namedFolder(of: path) { return named }
    return Self.folders(of: path).first { unnamed.contains($0) } ?? ""
  }

  /// The folder that a member belongs to, as far as its own path tells.
  ///
  /// - Parameter path: the path of a member.
  /// - Returns: the folder with the name of a sysdiagnose; else the folder that holds the member, but
  ///   none that sysdiagnose makes inside an archive.
  public static func apparentFolder(of path: String) -> String {
    namedFolder(of: path) ?? home(of: path)
  }

  private static func namedFolder(of path: String) -> String? {
    folders(of: path).first { folder in
      folder.split(separator: "/").last.flatMap { ArchiveIdentity(name: String($0)) } != nil
    }
  }

  private static func home(of path: String) -> String {
    folders(of: path).last { folder in
      !folder.split(separator: "/").contains(where: innerFolders.contains)
    } ?? ""
  }

  /// The folders on the way to a member, the root first.
  private static func folders(of path: String) -> [String] {
    let parts = path.split(separator: "/").filter { $0 != "." }.dropLast().prefix(deepest)
    return (0...parts.count).map { parts.prefix($0).joined(separator: "/") }
  }
}
