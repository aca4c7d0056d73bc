@testable import SysdiagnoseArchive
@testable import TestSupport

/// Collects the bytes that it receives.
final class Collector: MemberSink {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Bool] = []
  private let demand: (Int) -> MemberDemand

  /// - Parameter demand: Returns the demand for the number of bytes so far.
  init(_ demand: @escaping (Int) -> MemberDemand = { _ in .more }) { self.demand = demand }

  func receive(_ bytes: RawSpan) -> MemberDemand {
    bytes.withUnsafeBytes { self.bytes += $0 }
    return demand(self.bytes.count)
  }

  func end(isWhole: Bool) { ends.append(isWhole) }
}

/// A scan with all of its results.
struct Reading {
  let scan: ArchiveScan
  let members: [ArchiveMember]
  /// The sinks by path.
  let sinks: [String: Collector]

  /// Reads every readable member.
  init(
    _ input: ArchiveInput, limits: ArchiveLimits = .standard, engine: GzipEngineKind = .standard,
    demand: @escaping (Int) -> MemberDemand = { _ in .more }
  ) throws {
    var members: [ArchiveMember] = []
    var sinks: [String: Collector] = [:]
    scan = try ArchiveReader(input, limits: limits, engine: engine).read { member in
      members.append(member)
      let sink = Collector(demand)
      sinks[member.path] = sink
      return .read(sink)
    }
    self.members = members
    self.sinks = sinks
  }

  /// Writes an archive to a file and reads it.
  init(
    bytes: [UInt8], name: String = "archive.tar.gz", limits: ArchiveLimits = .standard,
    engine: GzipEngineKind = .standard, demand: @escaping (Int) -> MemberDemand = { _ in .more }
  ) throws {
    let folder = try Scratch()
    let path = try folder.write(bytes, to: name)
    try self.init(.file(path), limits: limits, engine: engine, demand: demand)
  }

  var codes: [ArchiveProblem.Code] { scan.problems.map(\.code) }

  func bytes(_ path: String) -> [UInt8]? { sinks[path]?.bytes }

  /// The values passed to the sink's `end`; exactly one for each regular file.
  func ends(_ path: String) -> [Bool]? { sinks[path]?.ends }
}

/// The code of the error that `work` throws; nil when it throws none.
func errorCode(_ work: () throws -> Void) -> ArchiveError.Code? {
  do {
    try work()
    return nil
  } catch {
    return (error as? ArchiveError)?.code
  }
}
