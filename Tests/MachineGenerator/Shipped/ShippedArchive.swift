/// An archive of the project: its machine, its members, and its expected content.
public struct ShippedArchive {
  /// The archive's path below `TestArchives`, without `.tar.gz`.
  public let name: String
  let machine: ShippedMachine
  /// The members in the archive's order, with their paths below the top folder.
  public let members: [(path: String, text: String)]
  /// Why a section is missing, by its kind.
  var missing: [String: String] = [:]
  /// The damage to the archive's bytes.
  public internal(set) var damage: Damage?
  /// The archive with the same members; nil when it has its own.
  public internal(set) var original: String?
  /// Whether its truth has one row per line, without kernel_task's categories.
  var isLean = false
  /// The process that vmmap, heap and leaks examined; nil in most archives.
  var examined: ExaminedProcess?

  /// Deliberate damage to an archive.
  public enum Damage: Sendable {
    /// The archive ends in a process's section of `footprint-all.txt`.
    case cut(process: String)
    /// One bit is flipped, which changes one digit of the last member.
    case flippedBit
  }

  init(
    _ machine: ShippedMachine, _ members: [(path: String, text: String)],
    missing: [String: String] = [:]
  ) {
    name = machine.identity.name
    (self.machine, self.members, self.missing) = (machine, members, missing)
  }

  /// A damaged copy of another archive.
  init(_ name: String, copyOf whole: ShippedArchive, damage: Damage) {
    self.name = name
    (machine, members, missing) = (whole.machine, whole.members, whole.missing)
    (self.damage, original) = (damage, whole.name)
  }

  /// The folder that holds all members.
  public var topFolder: String { machine.identity.topFolder }

  /// The members' modification time, in seconds since 1970.
  public var modificationTime: Int { machine.identity.captured.seconds }

  /// The archive's truth file: its expected content from the model.
  public var truth: String {
    let truth = ArchiveTruth(archive: self).value
    return isLean ? truth.rows : truth.indented
  }
}

extension ShippedArchive {
  /// Every archive, in the order of their names.
  public static var all: [ShippedArchive] {
    let machines = [
      [Mac10_8.archive, Mac10_10.archive, Mac10_12.archive, Mac10_13.archive, Mac10_14.archive],
      Mac12.archives, [Mac13.archive], Mac26.archives, [AfterPanic.archive, TargetedMac.archive],
      LeanSeries.archives, SeedMacs.archives, [Phone17.archive, WithoutMemory.archive],
      WithoutFootprint.archives,
    ]
    return machines.flatMap { $0 }.sorted { $0.name < $1.name }
  }

  /// The truth files of series of archives, by the name of the series.
  public static var seriesTruths: [(name: String, text: String)] {
    LeanSeries.allCases.map { ($0.rawValue, $0.truth.indented) }
  }
}
