internal import SnapshotStore

/// Reads many archives in parallel and takes their results in order.
struct Batch: Sendable {
  let archives: [String]
  let jobs: Int
  let reader: BatchReader
  let emitter: Emitter
  let state: BatchState
  let speaking: SpeakingOptions

  /// What the threads share.
  private struct Shared {
    var state: BatchState
    var progress: BatchProgress
    var place = 0
  }

  /// Reads the archives until all are done, the user wants an end, or nothing more can be kept.
  ///
  /// - Returns: what came of it, and the archives that were not begun.
  func run() -> (state: BatchState, left: ArraySlice<String>) {
    let sizes = archives.map { FileLook.state($0).size ?? 0 }
    let shared = Guarded(
      Shared(state: state, progress: BatchProgress(sizes: sizes, isQuiet: speaking.quiet)))
    let begun = OrderedWork.run(count: archives.count, jobs: jobs) {
      StopRequest.status == nil && shared.withLock { $0.state.failure == nil }
    } work: { index in
      reader.item(archives[index])
    } deliver: { item in
      shared.withLock { shared in
        shared.progress.clear()
        shared.state.take(item, emitter, isVerbose: speaking.verbose)
        shared.progress.advance(sizes[shared.place])
        shared.place += 1
        shared.progress.show()
      }
    }
    return shared.withLock { shared in
      shared.progress.clear()
      return (shared.state, archives[begun...])
    }
  }
}
