#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import SysdiagnoseArchive

/// Reads which archive an extract comes from: the name in its `manifest.json` holds time and model.
final class ManifestSink: MemberSink {
  private static let mostBytes = 1 << 20
  private var text: [UInt8] = []
  private let keep: (ArchiveIdentity) -> Void

  /// Creates a sink.
  ///
  /// - Parameter keep: receives the identity of the archive; not called for any other JSON.
  init(keep: @escaping (ArchiveIdentity) -> Void) {
    self.keep = keep
  }

  /// Whether a member may be a manifest.
  static func isManifest(_ member: ArchiveMember) -> Bool {
    member.path.split(separator: "/").last.map { $0 == Manifest.fileName } ?? false
  }

  func receive(_ bytes: RawSpan) -> MemberDemand {
    bytes.withUnsafeBytes { text.append(contentsOf: $0) }
    return text.count <= Self.mostBytes ? .more : .stop
  }

  func end(isWhole: Bool) {
    guard isWhole, text.count <= Self.mostBytes,
      let head = try? JSONDecoder().decode(Head.self, from: Data(text)),
      let identity = head.archive.name.flatMap({ ArchiveIdentity(name: $0) })
    else { return }
    keep(identity)
  }

  private struct Head: Decodable {
    let archive: Archive

    struct Archive: Decodable {
      let name: String?
    }
  }
}
