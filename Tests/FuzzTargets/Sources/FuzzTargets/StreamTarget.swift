@testable import SysdiagnoseArchive

/// The path from an archive's bytes to its members' bytes, the same for every engine and split.
///
/// An input that begins with `W` is the tar after it, wrapped in gzip. Any other input is the file
/// itself.
enum StreamTarget {
  /// Small, to end bombs soon.
  static let limits = ArchiveLimits(
    memberBytes: 1 << 20, totalBytes: 4 << 20, entries: 500, compressionRatio: 200,
    compressionRatioFloor: 1 << 18, nameBytes: 1024, problems: 20)

  static func run(_ bytes: UnsafeRawBufferPointer, engine: GzipEngineKind) {
    if bytes.first == UInt8(ascii: "W") {
      let tar = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
      GzipWrapping.stored(tar).withUnsafeBytes { runFile($0, engine: engine) }
    } else {
      runFile(bytes, engine: engine)
    }
  }

  private static func runFile(_ file: UnsafeRawBufferPointer, engine: GzipEngineKind) {
    let result = walk(file, engine: engine)
    check(result)
    guard file.starts(with: GzipFrame.magic) else { return }
    let other = GzipEngineKind.allCases.first { $0 != engine } ?? engine
    let inflated = Inflated(file, engine)
    inflated.mustAgree(with: Inflated(file, other), "the engines disagree")
    inflated.mustAgree(with: Inflated(file, engine, inPieces: true), "cut differently")
    if case .read(let scan, let members) = result, scan.outcome == .complete {
      guard case .read(let otherScan, let otherMembers) = walk(file, engine: other) else {
        require(false, "one engine reads what the other does not")
        return
      }
      require(otherScan == scan, "the engines disagree:\n\(scan)\n\(otherScan)")
      require(otherMembers == members, "the engines give different members")
    }
  }

  enum Result {
    case read(ArchiveScan, [Received])
    case refused(ArchiveError)
  }

  static func walk(_ file: UnsafeRawBufferPointer, engine: GzipEngineKind) -> Result {
    let reader = ArchiveReader(
      .standardInput, limits: limits, engine: engine, readsAhead: file.count % 8 == 0,
      standardInputDescriptor: ScratchFile.shared.fill(file))
    var members: [Received] = []
    do throws(ArchiveError) {
      let scan = try reader.read { member in
        guard members.count % 5 != 4 else { return .skip }
        let received = Received(member)
        members.append(received)
        return .read(received)
      }
      return .read(scan, members)
    } catch {
      return .refused(error)
    }
  }

  private static func check(_ result: Result) {
    guard case .read(let scan, let members) = result else { return }
    require(scan.membersSeen <= limits.entries, "more members than the limit")
    require(scan.uncompressedBytesRead <= limits.totalBytes, "more bytes than the limit")
    require(scan.problems.count <= limits.problems + 1, "more problems than the limit")
    require(scan.membersSeen >= members.count, "members are miscounted")
    for member in members where member.member.kind == .file {
      require(member.ends == 1, "a sink was ended \(member.ends) times")
      require(member.count <= limits.memberBytes, "a member over the limit")
      require(
        member.member.path.utf8.count <= limits.nameBytes, "a name over the limit was let through")
      if member.isWhole, let size = member.member.size {
        require(size == member.count, "whole, but \(member.count) bytes of \(size)")
      } else if scan.outcome == .complete, !member.isWhole {
        require(!scan.problems.isEmpty, "cut short without a word")
      }
    }
  }
}

/// The bytes received by a sink.
final class Received: MemberSink, Equatable {
  let member: ArchiveMember
  private(set) var count = 0
  private(set) var ends = 0
  private(set) var isWhole = false
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  init(_ member: ArchiveMember) { self.member = member }

  func receive(_ bytes: RawSpan) -> MemberDemand {
    bytes.withUnsafeBytes { piece in
      for byte in piece { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    count += bytes.byteCount
    return .more
  }

  func end(isWhole: Bool) {
    ends += 1
    self.isWhole = isWhole
  }

  static func == (left: Received, right: Received) -> Bool {
    left.member == right.member && left.count == right.count && left.hash == right.hash
      && left.isWhole == right.isWhole && left.ends == right.ends
  }
}
