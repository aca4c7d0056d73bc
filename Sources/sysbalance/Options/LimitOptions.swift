internal import ArgumentParser
internal import MemoryAnalysis
internal import SysdiagnoseArchive
internal import SysdiagnoseIngest

/// The limits of an archive, for users who need other ones.
///
/// What has no option here bounds the program's memory, or is met by damage alone.
struct LimitOptions: ParsableArguments {
  private static let standard = ArchiveLimits.standard

  @Option(
    help: ArgumentHelp(
      "The largest member; 16 GiB by default. A size takes B, KiB, MiB, GiB or TiB.",
      valueName: "size"),
    transform: Self.size)
  var maxMemberSize = standard.memberBytes

  @Option(
    help: ArgumentHelp("The largest archive once inflated; 64 GiB by default.", valueName: "size"),
    transform: Self.size)
  var maxInflatedSize = standard.totalBytes

  @Option(help: ArgumentHelp("The most members.", valueName: "count"))
  var maxMembers = standard.entries

  @Option(
    help: ArgumentHelp(
      "The most bytes inflated from one byte, judged from the first GiB on.", valueName: "count"))
  var maxRatio = standard.compressionRatio

  func validate() throws {
    guard maxMembers > 0 else { throw ValidationError("--max-members takes a number from 1 on") }
    guard maxRatio > 0 else { throw ValidationError("--max-ratio takes a number from 1 on") }
  }

  /// The limits to read with.
  var limits: ArchiveLimits {
    ArchiveLimits(
      memberBytes: maxMemberSize, totalBytes: maxInflatedSize, entries: maxMembers,
      compressionRatio: maxRatio)
  }

  /// A loader with these limits, which names the options that raise them.
  func loader(_ console: Console, stopsEarly: Bool = false) -> CaptureLoader {
    var loader = CaptureLoader(
      limits: limits, stopsEarly: stopsEarly, redaction: console.redaction,
      limitAdvice: Self.option)
    loader.observer = console.progress.observer()
    return loader
  }

  /// The option that raises the limit of a problem; nil when there is none.
  @Sendable static func option(raising problem: ArchiveProblem.Code) -> String? {
    switch problem {
    case .limitMemberBytes: "--max-member-size"
    case .limitTotalBytes: "--max-inflated-size"
    case .limitEntries: "--max-members"
    case .limitRatio: "--max-ratio"
    default: nil
    }
  }

  /// The bytes of a size such as `512MiB`.
  static func size(_ text: String) throws -> Int {
    let bytes: Int
    do throws(RuleError) {
      bytes = try RuleNumber.bytes(text)
    } catch {
      throw ValidationError(error.description)
    }
    guard bytes > 0 else {
      throw ValidationError("a limit is 1 byte or more, which \(text) is not")
    }
    return bytes
  }
}
