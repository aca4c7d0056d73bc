import SnapshotStore
import Testing

@testable import TestSupport

/// Notes on files that are about to be read.
struct AttemptTests {
  private static func file(_ path: String, size: Int? = 10, modified: Int = 1) -> FileState {
    FileState(path: path, size: size, modifiedNanoseconds: size.map { _ in modified })
  }

  private static func read(_ file: FileState, as path: String? = nil) -> ReadFile {
    let found = FileState(
      path: path ?? file.path, size: file.size, modifiedNanoseconds: file.modifiedNanoseconds)
    return ReadFile(
      file: file,
      readings: [
        ArchiveReading(
          file: found, outcome: "unreadable", error: "is no archive", content: nil)
      ])
  }

  @Test("a file is noted once, unless it is known as it is")
  func noted() throws {
    let scratch = try Scratch()
    let store = try SnapshotStore(scratch("store.sqlite"), for: .adding)
    let (known, capture, changed) = (Self.file("/known"), Self.file("/set"), Self.file("/changed"))
    _ = try store.keep([
      Self.read(known), Self.read(capture, as: "/set/1 capture"), Self.read(changed),
    ])
    let files = [
      known, capture, Self.file("/changed", modified: 2), Self.file("/new"),
      Self.file("/folder", size: nil),
    ]
    #expect(try store.begin(files) == [false, false, true, true, false])
    #expect(try store.begun() == ["/changed", "/new"])
    // What was noted is not known, and so not left out by the next batch.
    #expect(try store.begin(files) == [false, false, false, false, false])
    #expect(try store.unchanged(files[3]).isEmpty)
    try store.forgetBegun(files)
    #expect(try store.begun().isEmpty)
    #expect(try store.begin([]).isEmpty)
  }
}
