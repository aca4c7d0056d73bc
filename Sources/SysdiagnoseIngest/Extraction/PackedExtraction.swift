internal import Redaction
internal import SysdiagnoseArchive

/// Extracted files as one `.tar.gz`, in a folder whose name keeps the machine's identity.
struct PackedExtraction {
  let files: [ExtractedFile]
  let manifest: [UInt8]
  let scan: ArchiveScan
  let staging: StagingFolder
  let redaction: RedactionSession?

  /// Writes the archive under a temporary name, then moves it to `path`.
  ///
  /// - Throws: `ExtractionError` when `path` exists and may not be replaced, or cannot be written.
  func write(to path: String, mayReplace: Bool) throws(ExtractionError) {
    let packed = staging.path(of: "packed.tar.gz")
    do throws(ArchiveError) {
      let writer = try ArchiveWriter(path: packed)
      for file in files {
        try writer.add(
          name: folder + file.name, size: file.content.bytes,
          modificationTime: file.modificationTime, from: staging.path(of: file.name))
      }
      let newest = files.map(\.modificationTime).max() ?? 0
      try writer.add(
        name: folder + Manifest.fileName, modificationTime: newest, bytes: manifest)
      try writer.finish()
    } catch {
      throw .archive(error)
    }
    do throws(FileError) {
      try FilePlacing.place(packed, at: path, mayReplace: mayReplace)
    } catch {
      throw .file(error)
    }
  }

  /// The archive's own folder name, which holds its time, model and build.
  private var folder: String {
    guard let found = scan.identity?.name else { return "" }
    let name = redaction?.text(found) ?? found
    return name.utf8.allSatisfy(Self.isPlain) ? name + "/" : ""
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ","):
      true
    default: false
    }
  }
}
