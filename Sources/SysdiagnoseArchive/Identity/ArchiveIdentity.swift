/// The machine and the time in a sysdiagnose's name.
public struct ArchiveIdentity: Sendable, Equatable {
  /// The parsed name, without the archive's file extension.
  public let name: String
  /// When the sysdiagnose was taken; nil when the name has no valid time.
  public let capturedAt: CaptureTime?
  /// `macOS`, `iOS`, `watchOS`, `tvOS` or `visionOS`; nil when the name has none.
  public let platform: String?
  /// The hardware model, such as `MacBookPro18,3`, or just `Mac` in later versions; nil when the
  /// name has none.
  public let model: String?
  /// The build of the system, such as `23E224`; nil when the name has none.
  public let build: String?
  /// Whether the sysdiagnose was still being written.
  public let isInProgress: Bool

  /// Parses the name of a top folder; nil when it is not a sysdiagnose name.
  ///
  /// The form is `sysdiagnose_DATE_TIME±ZONE_OS_MODEL_BUILD`. Early versions write fewer parts, and
  /// some write the system with underscores. Parsing therefore starts at the end.
  ///
  /// - Parameter name: The name of a folder or a file, without its path.
  public init?(name: String) {
    guard let parts = Parts(name[...]) else { return nil }
    let machine = MachineWords(parts.machine)
    self.name = name
    capturedAt = if case .time(let time) = parts.reading { time } else { nil }
    platform = machine.platform
    model = machine.model
    build = machine.build
    isInProgress = parts.isInProgress
  }

  /// Whether a text is the name of a sysdiagnose.
  ///
  /// Every folder on the path to every member is asked this.
  static func isName(_ text: Substring) -> Bool { Parts(text) != nil }

  /// A sysdiagnose name in parts.
  private struct Parts {
    var isInProgress = false
    let reading: CaptureTime.Reading
    /// What stands behind the time.
    let machine: ArraySlice<Substring>

    init?(_ name: Substring) {
      var rest = name
      if rest.hasPrefix(progressPrefix) {
        rest = rest.dropFirst(progressPrefix.count)
        isInProgress = true
      }
      if rest.hasSuffix(progressSuffix) {
        rest = rest.dropLast(progressSuffix.count)
        isInProgress = true
      }
      let underscore = UInt8(ascii: "_")
      // Most names are of other folders.
      guard Substring(rest.utf8.drop { $0 == underscore }).hasPrefix("sysdiagnose") else {
        return nil
      }
      let words = withoutCopyMark(rest).utf8.split(separator: underscore).map(Substring.init)
      guard words.count >= 3, words[0] == "sysdiagnose",
        let reading = CaptureTime.read(date: words[1], clock: words[2])
      else { return nil }
      self.reading = reading
      machine = words.dropFirst(3)
    }
  }

  /// Parses the name of an archive file and drops its extension.
  init?(fileName: String) {
    var name = fileName[...]
    for ending in Self.endings where name.lowercased().hasSuffix(ending) {
      name = name.dropLast(ending.count)
      break
    }
    self.init(name: String(name))
  }

  /// Whether a file with this name is an archive.
  static func isArchive(fileName: String) -> Bool {
    let name = fileName.lowercased()
    return endings.contains(where: name.hasSuffix)
  }

  private static let progressPrefix = "IN_PROGRESS_"
  private static let progressSuffix = ".tmp"

  /// Longer extensions come first.
  private static let endings = [
    ".tar.gz", ".tar.bz2", ".tar.xz", ".tar.zst", ".tar.lz4", ".tar.lz", ".tar.lzma", ".tar.z",
    ".tgz", ".tbz", ".tbz2", ".txz", ".tar",
  ]

  /// Drops the mark that Finder and browsers add to the name of a copy: ` 2`, ` copy`, ` (1)`.
  ///
  /// A browser puts it before the last extension, and `.tar` remains in front of it.
  private static func withoutCopyMark(_ name: Substring) -> Substring {
    guard let space = name.utf8.firstIndex(of: UInt8(ascii: " ")) else { return name }
    let original = name[..<space]
    return original.hasSuffix(".tar") ? original.dropLast(4) : original
  }
}
