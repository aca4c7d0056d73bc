/// What the file type bits of a mode say; the values are the same on every Unix and in libarchive.
enum FileKind: Equatable {
  case file, folder, symbolicLink, other

  init(mode: UInt32) {
    switch mode & 0o170000 {
    case 0o100000: self = .file
    case 0o040000: self = .folder
    case 0o120000: self = .symbolicLink
    default: self = .other
    }
  }
}
