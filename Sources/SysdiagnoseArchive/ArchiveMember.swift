/// One entry of an archive, as its header describes it.
public struct ArchiveMember: Sendable, Equatable {
  /// What an entry is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A regular file, the only kind whose bytes can be read.
    case file
    /// A folder.
    case folder
    /// A symbolic link, which is never followed.
    case symbolicLink
    /// A second name of an earlier member.
    case hardLink
    /// A device, a FIFO, a socket, or a type that tar readers do not know.
    case other
  }

  /// The path inside the archive, without a leading `./` and a trailing `/`.
  ///
  /// The path is untrusted: it may contain `..` and must not be used to write anywhere.
  public let path: String
  /// What the entry is.
  public let kind: Kind
  /// The declared size of a regular file in bytes; nil for other kinds, or when the header has
  /// none.
  public let size: Int?
  /// Modification time in seconds since 1970; nil when the header has none.
  public let modificationTime: Int?
  /// Whether the member is the input itself, a text outside any archive; its name is then
  /// unreliable.
  public let isBareText: Bool

  /// Creates a member.
  ///
  /// - Parameters:
  ///   - path: The path inside the archive; a leading `./` and a trailing `/` are dropped.
  ///   - kind: What the entry is.
  ///   - size: The declared size in bytes; nil when unknown.
  ///   - modificationTime: Seconds since 1970; nil when unknown.
  ///   - isBareText: Whether the member is the input itself.
  public init(
    path: String, kind: Kind, size: Int?, modificationTime: Int?, isBareText: Bool = false
  ) {
    self.path = Self.tidy(path)
    self.kind = kind
    self.size = size
    self.modificationTime = modificationTime
    self.isBareText = isBareText
  }

  /// The last component of the path.
  public var lastComponent: String {
    components.last.map(String.init) ?? path
  }

  /// The number of path components: 1 for an entry at the top.
  public var depth: Int { components.count }

  /// Whether the entry is macOS metadata and not one of the archive's own files.
  ///
  /// `._NAME` (AppleDouble) holds the extended attributes of `NAME` where the file system or the
  /// tar format cannot store them. `.DS_Store` holds Finder's view settings.
  var isMacMetadata: Bool {
    guard kind == .file, let name = components.last else { return false }
    return name == ".DS_Store" || (name.hasPrefix("._") && name.utf8.count > 2)
  }

  /// Whether the member is an archive itself, judged by its name.
  public var isArchive: Bool {
    kind == .file && !isMacMetadata && ArchiveIdentity.isArchive(fileName: lastComponent)
  }

  /// The path components, without empty ones and `.`.
  var components: [Substring] {
    path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init).filter { $0 != "." }
  }

  private static func tidy(_ path: String) -> String {
    var rest = path[...]
    while rest.hasPrefix("./"), rest.utf8.count > 2 { rest = rest.dropFirst(2) }
    while rest.hasSuffix("/"), rest.utf8.count > 1 { rest = rest.dropLast() }
    return String(rest)
  }
}
