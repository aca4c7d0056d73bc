import Foundation
import Testing

@testable import SysdiagnoseArchive
@testable import TestSupport

/// An unpacked archive reads like the tar it came from.
@Suite struct FolderTests {
  private func unpacked() throws -> Scratch {
    let folder = try Scratch()
    _ = try folder.write(Samples.text(700), to: Samples.top + "/zprint.txt")
    _ = try folder.write(Samples.text(300_000), to: Samples.top + "/deep/er/kextstat.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder(Samples.top + "/link"), withDestinationPath: "/")
    return folder
  }

  @Test func aFolderEqualsItsTar() throws {
    var tar = TarBuilder()
    tar.folder(Samples.top + "/")
    tar.folder(Samples.top + "/deep/")
    tar.folder(Samples.top + "/deep/er/")
    tar.file(Samples.top + "/deep/er/kextstat.txt", Samples.text(300_000))
    tar.symbolicLink(Samples.top + "/link", to: "/")
    tar.file(Samples.top + "/zprint.txt", Samples.text(700))
    tar.end()
    let packed = try Reading(bytes: Gzip.file(tar.bytes))
    let folder = try unpacked()
    let loose = try Reading(.folder(folder(Samples.top)))
    #expect(loose.members.map(\.path) == packed.members.map(\.path))
    #expect(loose.members.map(\.kind) == packed.members.map(\.kind))
    #expect(loose.members.map(\.size) == packed.members.map(\.size))
    #expect(loose.sinks.mapValues(\.bytes) == packed.sinks.mapValues(\.bytes))
    #expect(loose.sinks.mapValues(\.ends) == packed.sinks.mapValues(\.ends))
    #expect(loose.scan.identity == packed.scan.identity)
    #expect(loose.scan.topFolder == Samples.top)
    #expect(loose.scan.outcome == .complete)
    #expect(loose.scan.compressedBytes == nil)
    #expect(loose.scan.uncompressedBytesRead == 300_700)
  }

  @Test func aTrailingSlashChangesNothing() throws {
    let folder = try unpacked()
    let scan = try Reading(.folder(folder(Samples.top) + "/./")).scan
    #expect(scan.topFolder == Samples.top)
  }

  @Test func aFIFOInsideIsListedAndNotOpened() throws {
    let folder = try unpacked()
    #expect(mkfifo(folder(Samples.top + "/fifo"), 0o600) == 0)
    let reading = try Reading(.folder(folder(Samples.top)))
    #expect(reading.members.first { $0.lastComponent == "fifo" }?.kind == .other)
    #expect(reading.scan.outcome == .complete)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func whatCannotBeReadIsAProblemAndTheRestGoesOn() throws {
    let folder = try unpacked()
    #expect(chmod(folder(Samples.top + "/deep"), 0) == 0)
    defer { chmod(folder(Samples.top + "/deep"), 0o700) }
    let reading = try Reading(.folder(folder(Samples.top)))
    #expect(reading.codes == [.unreadable])
    #expect(reading.scan.problems.first?.member == Samples.top + "/deep")
    #expect(reading.bytes(Samples.top + "/zprint.txt") == Samples.text(700))
    #expect(reading.scan.outcome == .complete)
  }

  @Test(
    arguments: [
      ("shrinks", Samples.text(100)), ("is emptied", []), ("grows", Samples.text(900)),
      ("changes", Samples.text(700, seed: 9)),
    ] as [(String, [UInt8])])
  func aFileThatChangesWhileItIsReadIsNotWhole(_ what: String, _ content: [UInt8]) throws {
    let folder = try unpacked()
    let path = folder(Samples.top + "/zprint.txt")
    // Older than the clock's resolution, to make a change of the content alone visible.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)], ofItemAtPath: path)
    let changing = ChangingSink {
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try file.truncate(atOffset: 0)
      file.write(Data(content))
    }
    let scan = try ArchiveReader(.folder(folder(Samples.top))).read { member in
      member.lastComponent == "zprint.txt" ? .read(changing) : .skip
    }
    #expect(changing.ends == [false])
    #expect(scan.outcome == .truncated)
    #expect(scan.problems.map(\.code) == [.truncated])
    #expect(scan.problems.map(\.member) == [Samples.top + "/zprint.txt"])
  }

  /// Changes the file while receiving it.
  private final class ChangingSink: MemberSink {
    private(set) var ends: [Bool] = []
    private let change: () throws -> Void

    init(_ change: @escaping () throws -> Void) { self.change = change }

    func receive(_ bytes: RawSpan) -> MemberDemand {
      do { try change() } catch { Issue.record(error) }
      return .more
    }

    func end(isWhole: Bool) { ends.append(isWhole) }
  }

  @Test func aFileThatVanishesIsAProblem() throws {
    let folder = try unpacked()
    let gone = Collector()
    let scan = try ArchiveReader(.folder(folder(Samples.top))).read { member in
      guard member.lastComponent == "zprint.txt" else { return .skip }
      try? FileManager.default.removeItem(atPath: folder(member.path))
      return .read(gone)
    }
    #expect(gone.ends == [false])
    #expect(scan.problems.map(\.code) == [.unreadable])
    #expect(scan.outcome == .complete)
  }

  @Test(
    arguments: [
      (ArchiveLimits(memberBytes: 1000), .limitMemberBytes),
      (ArchiveLimits(totalBytes: 300_500), .limitTotalBytes),
      (ArchiveLimits(entries: 4), .limitEntries), (ArchiveLimits(nameBytes: 80), .limitNameBytes),
    ] as [(ArchiveLimits, ArchiveProblem.Code)])
  func limitsHoldForFolders(_ limits: ArchiveLimits, _ code: ArchiveProblem.Code) throws {
    let folder = try unpacked()
    let reading = try Reading(.folder(folder(Samples.top)), limits: limits)
    #expect(reading.scan.outcome == .limited)
    #expect(reading.codes == [code])
    #expect(reading.bytes(Samples.top + "/zprint.txt") != Samples.text(700))
  }

  @Test func stopsAndSkipsHoldForFolders() throws {
    let folder = try unpacked()
    let input = ArchiveInput.folder(folder(Samples.top))
    let stopped = try Reading(input) { _ in .stop }
    #expect(stopped.scan.outcome == .stoppedEarly)
    #expect(stopped.members.last?.lastComponent == "kextstat.txt")
    let skipped = try Reading(input) { _ in .skipRest }
    #expect(skipped.scan.outcome == .complete)
    #expect(skipped.members.count == 6)
    let chosen = try ArchiveReader(input).read { _ in .stop }
    #expect(chosen.outcome == .stoppedEarly)
    #expect(chosen.membersSeen == 1)
  }

  @Test func aMissingFolderIsUnreadable() throws {
    let folder = try Scratch()
    #expect(errorCode { _ = try Reading(.folder(folder("none"))) } == .unreadable)
  }
}
