internal import AllocationBalance
internal import Redaction
internal import MemorySections
internal import SysdiagnoseArchive

/// Takes sections out of an archive into a staging folder, member by member.
///
/// The names of the files are ours; a name from the archive never becomes a path.
final class Extraction {
  /// What was taken out so far.
  private(set) var files: [ExtractedFile] = []
  /// What went wrong while writing; the reading stops there.
  private(set) var failure: CommandFailure?

  /// What replaces the names in the texts; nil when nothing is to be.
  var redactor: Redactor?
  /// What was passed over because there was too much of it.
  private(set) var budget = SectionBudget()

  private let kinds: Set<SectionKind>
  private let cutsFootprint: Bool
  private let staging: StagingFolder
  private var used: [String: Int] = [:]

  /// Creates an extraction.
  ///
  /// - Parameters:
  ///   - kinds: the sections to take.
  ///   - cutsFootprint: whether of footprint only the kernel's part is taken.
  ///   - staging: where the files are written first.
  init(kinds: Set<SectionKind>, cutsFootprint: Bool, staging: StagingFolder) {
    self.kinds = kinds
    self.cutsFootprint = cutsFootprint
    self.staging = staging
  }

  /// Decides on a member.
  func choose(_ member: ArchiveMember) -> MemberChoice {
    guard failure == nil else { return .stop }
    guard member.kind == .file, let kind = SectionCatalog.kind(ofMember: member.path),
      kinds.contains(kind), budget.admits(kind)
    else { return .skip }
    let name = fileName(kind, member)
    do {
      let file = try ReplacedFile(staging.path(of: name), mayReplace: false)
      let isCut = cutsFootprint && kind == .footprint
      return .read(
        ExtractionSink(
          file, isCut: isCut,
          redaction: redactor.map { LineRedaction($0, kind: kind, member: member.path) },
          fail: { [self] in failure = $0 },
          keep: { [self] content in
            files.append(
              ExtractedFile(
                name: name, section: kind, member: member.path,
                modificationTime: member.modificationTime ?? 0, content: content))
          }))
    } catch {
      failure = error as? CommandFailure ?? CommandFailure("\(error)")
      return .stop
    }
  }

  /// `zprint.txt`; a second one of the same name becomes `zprint-2.txt`.
  private func fileName(_ kind: SectionKind, _ member: ArchiveMember) -> String {
    let isReport = !member.path.hasSuffix(".panic")
    let (stem, suffix): (String, String) =
      switch kind {
      case .zprint: ("zprint", ".txt")
      case .footprint: ("footprint-all", ".txt")
      case .kextstat: ("kextstat", ".txt")
      case .vmStat: ("vm_stat", ".txt")
      case .sysctl: ("sysctl", ".txt")
      case .collectionLog: ("sysdiagnose", ".log")
      case .taskSummary: ("taskSummary", ".csv")
      case .systemVersion:
        member.path.hasSuffix(".plist") ? ("SystemVersion", ".plist") : ("sw_vers", ".txt")
      case .spindump: ("spindump", ".txt")
      case .top: ("top", ".txt")
      case .panic: isReport ? ("panic-full-1", ".ips") : ("panic-1", ".panic")
      case .jetsam: ("JetsamEvent-1", ".ips")
      case .kernelLog: ("system", ".log")
      }
    used[stem, default: 0] += 1
    let count = used[stem, default: 1]
    return count == 1 ? stem + suffix : "\(stem)-\(count)\(suffix)"
  }
}

/// A file that was taken out of an archive.
struct ExtractedFile {
  let name: String
  let section: SectionKind
  let member: String
  let modificationTime: Int
  let content: Content

  /// What was written.
  struct Content {
    let bytes: Int
    let sha256: String
    let isWhole: Bool
    /// The lines of the member that were kept; nil when all of it was.
    let keptLines: [ClosedRange<Int>]?
  }
}
