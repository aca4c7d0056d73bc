import CArchive
internal import Platform

/// The fields of a libarchive entry as Swift values.
struct EntryHeader {
  /// The member; nil when it has no readable name.
  let member: ArchiveMember?
  /// Whether the raw bytes of the name are valid UTF-8.
  let isNameSound: Bool

  init(_ entry: OpaquePointer) {
    let name = Self.name(of: entry)
    isNameSound = name?.isSound ?? false
    guard let name, !name.text.isEmpty else {
      member = nil
      return
    }
    let kind = Self.kind(of: entry)
    // Links and folders have a meaningless size of 0.
    let hasSize = kind == .file && archive_entry_size_is_set(entry) != 0
    let size: Int? = hasSize ? Int(archive_entry_size(entry)) : nil
    let time: Int? = archive_entry_mtime_is_set(entry) != 0 ? Int(archive_entry_mtime(entry)) : nil
    member = ArchiveMember(
      path: name.text, kind: kind, size: size.flatMap { $0 >= 0 ? $0 : nil },
      modificationTime: time)
  }

  /// The name, from its raw bytes, which are UTF-8 in Apple's archives.
  ///
  /// A Swift program runs in the C locale unless it sets another; libarchive cannot convert a name
  /// there.
  private static func name(of entry: OpaquePointer) -> (text: String, isSound: Bool)? {
    if let raw = archive_entry_pathname(entry) {
      if let text = String(validatingCString: raw) { return (text, true) }
      if let converted = archive_entry_pathname_utf8(entry) {
        return (String(cString: converted), true)
      }
      return (String(cString: raw), false)
    }
    if let converted = archive_entry_pathname_utf8(entry) {
      return (String(cString: converted), true)
    }
    return archive_entry_pathname_w(entry).map { (wideText($0), false) }
  }

  private static func wideText(_ wide: UnsafePointer<wchar_t>) -> String {
    var text = ""
    var index = 0
    while wide[index] != 0 {
      let scalar = UInt32(exactly: wide[index]).flatMap(Unicode.Scalar.init)
      text.unicodeScalars.append(scalar ?? "\u{FFFD}")
      index += 1
    }
    return text
  }

  private static func kind(of entry: OpaquePointer) -> ArchiveMember.Kind {
    if archive_entry_hardlink(entry) != nil || archive_entry_hardlink_w(entry) != nil {
      return .hardLink
    }
    switch FileStatus.Kind(mode: UInt32(archive_entry_filetype(entry))) {
    case .file: return .file
    case .folder: return .folder
    case .symbolicLink: return .symbolicLink
    case .pipe, .characterDevice, .other: return .other
    }
  }
}
