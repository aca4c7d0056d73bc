/// A path on a volume that its owner named: `/Volumes/Backup of Jane/…`.
struct VolumePath {
  /// The volume's name.
  let name: Range<Int>
  /// The part below the volume; nil when nothing follows, or when what follows is not the owner's:
  /// a system folder, or a home, which has a form of its own.
  let rest: Range<Int>?
  /// The end of the path, or of the name.
  let end: Int

  /// How far a name is searched for its end; longer than any name.
  private static let reach = 320

  /// Parses the path at `start`; nil when there is none, or the volume's name is not its owner's.
  init?(_ text: ScannedText, at start: Int) {
    guard let name = Self.name(text, at: start) else { return nil }
    self.name = name
    var below = name.upperBound
    while text.separator(below) > 0 { below += text.separator(below) }
    let isOfSystem = Self.systemFolders.contains { folder in
      text.starts(with: folder, at: below) && !text.isWord(below + folder.utf8.count)
    }
    guard below > name.upperBound, !isOfSystem else {
      (rest, end) = (nil, name.upperBound)
      return
    }
    end = PathEnd(text).end(from: below)
    rest = below < end ? below..<end : nil
  }

  /// The name of the volume at `start`, which may have blanks; nil when there is none, or every
  /// machine has it.
  static func name(_ text: ScannedText, at start: Int) -> Range<Int>? {
    let separator = text.separator(start)
    let folder = start + separator
    guard separator > 0, text.starts(with: "Volumes", at: folder), text.separator(folder + 7) > 0
    else { return nil }
    let first = folder + 7 + text.separator(folder + 7)
    if let found = PseudonymForm.find(text, at: first), found.kind == .volume { return nil }
    let end = PathEnd(text, limit: first + reach).end(from: first)
    let nameEnd = (first..<max(first, end)).first { text.separator($0) > 0 } ?? end
    guard nameEnd > first, !isCommon(text, first..<nameEnd) else { return nil }
    return first..<nameEnd
  }

  /// Whether a volume's name is one that every machine has.
  static func isCommon(_ name: String) -> Bool {
    let text = ScannedText(name)
    return isCommon(text, 0..<text.count)
  }

  private static func isCommon(_ text: ScannedText, _ name: Range<Int>) -> Bool {
    commonNames.contains { common in
      text.starts(with: common, at: name.lowerBound)
        && (common.utf8.count == name.count || common.last == " ")
    }
  }

  private static let systemFolders = [
    "Users", "System", "Library", "Applications", "private", "usr", "bin", "sbin", "home", "opt",
    "Volumes",
  ]

  /// Names that macOS gives; one that ends with a blank has further words.
  private static let commonNames = [
    "Macintosh HD", "Macintosh HD - Data", "Data", "Preboot", "Recovery", "VM", "Update", "xarts",
    "xART", "iSCPreboot", "iSCPreboot ", "Hardware", "System", "Untitled", "com.apple.",
    "com.apple.TimeMachine.localsnapshots", "Install macOS ",
  ]
}
