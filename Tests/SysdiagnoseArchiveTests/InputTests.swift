import Foundation
import Testing

@testable import SysdiagnoseArchive
@testable import TestSupport

/// The sources of bytes, and inputs that are refused.
@Suite struct InputTests {
  @Test func thePathTellsTheKind() throws {
    let folder = try Scratch()
    let file = try folder.write([1], to: "file")
    try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: file)
    #expect(try ArchiveInput(path: file) == .file(file))
    #expect(try ArchiveInput(path: folder("link")) == .file(folder("link")))
    #expect(try ArchiveInput(path: folder.path) == .folder(folder.path))
    #expect(try ArchiveInput(path: "-") == .standardInput)
  }

  @Test func aMissingPathIsUnreadable() throws {
    let folder = try Scratch()
    let error = #expect(throws: ArchiveError.self) { try ArchiveInput(path: folder("none")) }
    #expect(error?.code == .unreadable)
    #expect(
      error?.description == "\(folder("none")): cannot be read (No such file or directory)")
  }

  @Test func aPipeThatNobodyWritesToIsNotWaitedFor() throws {
    let folder = try Scratch()
    #expect(mkfifo(folder("fifo"), 0o600) == 0)
    let input = try ArchiveInput(path: folder("fifo"))
    #expect(errorCode { _ = try Reading(input) } == .unsupported)
  }

  @Test func aPipeWithANameIsRead() throws {
    let folder = try Scratch()
    let path = folder("fifo")
    #expect(mkfifo(path, 0o600) == 0)
    let archive = Gzip.file(Samples.smallTar())
    let writer = Thread {
      guard let file = FileHandle(forWritingAtPath: path) else { return }
      for piece in [archive.prefix(100), archive.dropFirst(100)] {
        file.write(Data(piece))
        usleep(20_000)
      }
      try? file.close()
    }
    writer.start()
    let reading = try Reading(ArchiveInput(path: path))
    #expect(reading.scan.outcome == .complete)
    #expect(reading.scan.compressedBytes == nil)
    #expect(reading.scan.compressedBytesRead == archive.count)
  }

  /// Named as a shell passes it for `<(gzip -c a.tar)`.
  @Test func aPipeWithoutANameIsReadByItsNumber() throws {
    let pipe = Pipe()
    let archive = Gzip.file(Samples.smallTar())
    pipe.fileHandleForWriting.write(Data(archive))
    try pipe.fileHandleForWriting.close()
    let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
    let reading = try withExtendedLifetime(pipe) { try Reading(ArchiveInput(path: path)) }
    #expect(reading.scan.outcome == .complete)
    #expect(reading.scan.membersSeen == 3)
  }

  @Test(arguments: ["/dev/null", "/dev/zero", "/dev/tty"])
  func aDeviceIsNoInput(_ path: String) {
    #expect(errorCode { _ = try ArchiveInput(path: path) } == .unsupported)
    #expect([.unsupported, .unreadable].contains(errorCode { _ = try Reading(.file(path)) }))
  }

  @Test func aDeviceWithoutAnEndIsNoStandardInput() throws {
    let zeros = try #require(FileHandle(forReadingAtPath: "/dev/zero"))
    let reader = ArchiveReader(
      .standardInput, engine: .standard, standardInputDescriptor: zeros.fileDescriptor)
    #expect(
      errorCode { try withExtendedLifetime(zeros) { _ = try reader.read { _ in .skip } } }
        == .unsupported)
  }

  #if os(Linux)
    /// A regular file by its status, but reading it waits for the next message.
    @Test func aFileThatWouldHaveToBeWaitedForIsUnreadable() throws {
      let path = "/proc/kmsg"  // Linux only
      guard access(path, R_OK) == 0, FileHandle(forReadingAtPath: path) != nil
      else {
        print("Not tried: this user may not read \(path)")
        return
      }
      let code = errorCode { _ = try Reading(ArchiveInput(path: path)) }
      #expect([.unreadable, .notAnArchive, .truncated].contains(code))
    }
  #endif

  @Test(
    arguments: [
      ([], .empty), (Array("just some text".utf8), .notAnArchive),
      (Samples.text(4096), .notAnArchive), (Gzip.file(Samples.text(4096)), .notAnArchive),
      (Gzip.file([]), .empty), ([0x1f, 0x8b, 8], .truncated),
      ([0x1f, 0x8b, 8, 0xff, 0, 0, 0, 0, 0, 0], .corrupt),
      (Gzip.file(Samples.smallTar()).dropLast(500).map { $0 }, .truncated),
      (Array(repeating: 0xff, count: 2048), .notAnArchive), ([0x1f, 0x8b], .notAnArchive),
    ] as [([UInt8], ArchiveError.Code)])
  func whatIsNoArchiveIsAnError(_ bytes: [UInt8], _ code: ArchiveError.Code) {
    #expect(errorCode { _ = try Reading(bytes: bytes) } == code)
  }

  @Test func anXZOfNothingIsEmpty() throws {
    let bytes = try #require(Compression.xz.file([]))
    #expect(errorCode { _ = try Reading(bytes: bytes) } == .empty)
  }

  @Test func damageInTheFirstHeaderIsToldByTheChecksum() {
    var tar = Samples.smallTar()
    let sound = Gzip.file(tar)
    tar[3] ^= 1
    // The same trailer around other bytes, as after damage.
    let damaged = Gzip.file(tar).dropLast(8) + sound.suffix(8)
    #expect(errorCode { _ = try Reading(bytes: Array(damaged)) } == .corrupt)
  }

  @Test func aTarWithoutMembersIsComplete() throws {
    let reading = try Reading(bytes: [UInt8](repeating: 0, count: 10_240))
    #expect(reading.scan.outcome == .complete)
    #expect(reading.scan.membersSeen == 0)
    #expect(reading.scan.topFolder == nil)
  }

  @Test func standardInputIsReadFromAPipe() throws {
    var tar = TarBuilder()
    tar.file(Samples.top + "/zprint.txt", Samples.text(2_000_000))
    tar.end()
    let archive = Gzip.file(tar.bytes)
    let pipe = Pipe()
    let writer = Thread {
      pipe.fileHandleForWriting.write(Data(archive))
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    let sink = Collector()
    let reader = ArchiveReader(
      .standardInput, engine: .standard,
      standardInputDescriptor: pipe.fileHandleForReading.fileDescriptor)
    // The pipe closes its descriptors when it is released.
    let scan = try withExtendedLifetime(pipe) { try reader.read { _ in .read(sink) } }
    #expect(scan.outcome == .complete)
    #expect(scan.compressedBytes == nil)
    #expect(scan.compressedBytesRead == archive.count)
    #expect(sink.bytes == Samples.text(2_000_000))
    #expect(scan.identity?.model == "MacBookPro18,3")
  }

  @Test func aPipeThatDoesNotBlockIsWaitedFor() throws {
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForReading.fileDescriptor
    #expect(fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0)
    let archive = Gzip.file(Samples.smallTar())
    let writer = Thread {
      for half in [archive.prefix(100), archive.dropFirst(100)] {
        usleep(20_000)
        pipe.fileHandleForWriting.write(Data(half))
      }
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    let reader = ArchiveReader(
      .standardInput, engine: .standard, standardInputDescriptor: descriptor)
    let scan = try withExtendedLifetime(pipe) { try reader.read { _ in .skip } }
    #expect(scan.outcome == .complete)
    #expect(scan.membersSeen == 3)
  }
}
