import Testing

@testable import SnapshotStore
@testable import SysdiagnoseIngest
@testable import TestSupport

/// Notes on archives that are about to be read.
struct AttemptLogTests {
  @Test(
    "an archive waits for its own note, and not for the notes on those after it",
    .timeLimit(.minutes(1)))
  func ahead() throws {
    let scratch = try Scratch()
    let archives = [String](repeating: TestArchive.seed.path, count: 200)
    let store = try SnapshotStore(scratch("s.sqlite"), for: .adding, patience: 600)
    let log = AttemptLog(store, archives)
    _ = try log.begin(0)
    // It returns when those of the second window are noted, too.
    try log.forget([])
    let other = try SnapshotStore(scratch("s.sqlite"), for: .adding)
    try other.write { _ in
      // No one else can write now: the notes on the third window wait for ten minutes.
      for place in 64..<128 { _ = try log.begin(place) }
    }
    try log.forget([])
    #expect(try store.begun().count == 1)
  }
}
