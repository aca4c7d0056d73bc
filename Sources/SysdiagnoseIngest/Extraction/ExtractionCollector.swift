public import MemorySections
internal import Redaction
internal import SysdiagnoseArchive

/// Writes the chosen sections of an archive into a staging folder, member by member.
///
/// A name from the archive never becomes a path.
final class ExtractionCollector {
  /// The files so far.
  private(set) var files: [ExtractedFile] = []
  /// The first failure to write; reading stops there.
  private(set) var failure: FileError?
  /// Whether the input is an unrecognized text.
  private(set) var isUnknownText = false
  /// The budget, with the number of members skipped because there were too many.
  private(set) var budget = SectionBudget()

  /// Sentences on the members that the kernel cannot be cut out of.
  private(set) var uncut: [String] = []

  private let redactor: Redactor?

  private let kinds: Set<SectionKind>
  private let whole: Set<SectionKind>
  private let staging: StagingFolder
  private var used: [String: Int] = [:]

  /// Creates a collector.
  ///
  /// - Parameters:
  ///   - kinds: the sections to extract.
  ///   - whole: the sections to extract whole, processes included.
  ///   - redactor: replaces names in the texts; nil keeps them.
  ///   - staging: the folder for the files until they are complete.
  init(
    kinds: Set<SectionKind>, whole: Set<SectionKind>, redactor: Redactor?, staging: StagingFolder
  ) {
    self.kinds = kinds
    self.whole = whole
    self.redactor = redactor
    self.staging = staging
  }

  /// The names of the files' captures, in the order found.
  var captures: [String] {
    let folders = CaptureFolders(members: files.map(\.member))
    var names: [String] = []
    for file in files {
      let name = folders.folder(of: file.member).split(separator: "/").last.map(String.init) ?? ""
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// Chooses how to handle a member.
  func choose(_ member: ArchiveMember) -> MemberChoice {
    guard failure == nil else { return .stop }
    guard member.kind == .file else { return .skip }
    guard !member.isBareText else {
      return .read(
        RecognizingSink(
          member, choose: { [self] kind in kinds.contains(kind) ? sink(for: kind, member) : nil },
          refuse: { [self] in isUnknownText = true }))
    }
    guard let kind = SectionCatalog.kinds(ofMember: member.path).first(where: kinds.contains),
      budget.admits(kind, member)
    else { return .skip }
    return sink(for: kind, member).map { .read($0) } ?? .stop
  }

  /// The writer of a member's file; nil, with a failure, when the file cannot be created.
  private func sink(for kind: SectionKind, _ member: ArchiveMember) -> ExtractionSink? {
    let name = fileName(kind, member)
    do throws(FileError) {
      let file = try ReplacedFile(staging.path(of: name), mayReplace: false)
      return ExtractionSink(
        file, cutting: whole.contains(kind) ? nil : kind,
        redaction: redactor.map { LineRedaction($0, kind: kind, member: member.path) },
        fail: { [self] in failure = $0 },
        keep: { [self] content in
          files.append(
            ExtractedFile(
              name: name, section: kind, member: member.path,
              modificationTime: member.modificationTime ?? 0, content: content))
        },
        leave: { [self] isJSON in
          guard isJSON else { return }
          uncut.append(
            "\(member.path) is JSON, which is not cut to the kernel: "
              + "--section \(kind.rawValue) takes it whole")
        })
    } catch {
      failure = error
      return nil
    }
  }

  /// `zprint.txt`; a second one of the same name becomes `zprint-2.txt`.
  private func fileName(_ kind: SectionKind, _ member: ArchiveMember) -> String {
    let name = kind.descriptor.fileName(ofMember: member.path) ?? kind.descriptor.usualFileName
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let (stem, suffix) = (String(name[..<dot]), name[dot...])
    used[stem, default: 0] += 1
    let count = used[stem, default: 1]
    return count == 1 ? stem + suffix : "\(stem)-\(count)\(suffix)"
  }
}

/// A file that was extracted from an archive.
public struct ExtractedFile: Sendable {
  /// The file's name, such as `zprint.txt`.
  public let name: String
  /// The file's section.
  public let section: SectionKind
  /// The member in the archive.
  public let member: String
  /// The member's modification time in seconds since 1970; 0 when unknown.
  public let modificationTime: Int
  /// The content.
  public let content: Content

  /// The content of an extracted file.
  public struct Content: Sendable {
    /// The size of the file.
    public let bytes: Int
    /// The SHA-256 of the file, in hexadecimal.
    public let sha256: String
    /// Whether the member was complete.
    public let isWhole: Bool
    /// The line ranges of the member that were written; nil when all were.
    public let keptLines: [ClosedRange<Int>]?
  }
}
