#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import MemorySections
internal import Redaction
internal import SysdiagnoseArchive

/// The list of the extracted files with their members and hashes: `manifest.json`.
struct Manifest: Encodable {
  static let fileName = "manifest.json"

  let schemaVersion = 1
  let tool: String?
  let archive: Archive
  let outcome: String
  let files: [File]
  /// How many different names of each kind were replaced in the files; nil without redaction.
  let redaction: [String: Int]?

  struct Archive: Encodable {
    let path: String
    let name: String?
  }

  struct File: Encodable {
    let name: String
    let section: String
    let member: String
    let bytes: Int
    let sha256: String
    /// False when the member was cut short.
    let isWhole: Bool
    /// The kept lines of the member, first and last of each range; absent when all were kept.
    let keptLines: [[Int]]?
  }

  init(
    path: String, scan: ArchiveScan, files: [ExtractedFile], tool: String?,
    session: RedactionSession?
  ) {
    let redacted = { (text: String) in session?.text(text) ?? text }
    self.tool = tool
    archive = Archive(
      path: redacted(path), name: (scan.identity?.name ?? scan.topFolder).map(redacted))
    outcome = scan.outcome.rawValue
    self.files = files.map { file in
      File(
        name: file.name, section: file.section.rawValue, member: redacted(file.member),
        bytes: file.content.bytes, sha256: file.content.sha256, isWhole: file.content.isWhole,
        keptLines: file.content.keptLines?.map { [$0.lowerBound, $0.upperBound] })
    }
    redaction = session.map { session in
      Dictionary(uniqueKeysWithValues: session.counts.map { ($0.key.rawValue, $0.value) })
    }
  }

  /// The manifest's bytes; the same extraction gives the same bytes.
  func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return try Array(encoder.encode(self)) + [0x0A]
  }
}
