public import MemoryAnalysis
internal import Redaction
public import SnapshotStore

/// Reads many archives in parallel and delivers their results in order.
public struct Batch: Sendable {
  private let archives: [String]
  private let jobs: Int
  private let reader: BatchReader

  /// Creates a batch.
  ///
  /// - Parameters:
  ///   - archives: the archives, in the order of their results.
  ///   - loader: reads them.
  ///   - rules: the rules for the findings.
  ///   - store: keeps the snapshots and knows unchanged archives; only a redacting one gets redacted
  ///     text.
  ///   - jobs: how many archives to read in parallel.
  public init(
    _ archives: [String], loader: CaptureLoader = CaptureLoader(), rules: RuleSet = .shipped,
    store: SnapshotStore? = nil, jobs: Int = 1
  ) {
    self.archives = archives
    self.jobs = max(1, jobs)
    reader = BatchReader(loader: loader, rules: rules, store: store)
  }

  private struct Shared {
    var progress: BatchProgress
    var place = 0
  }

  /// Reads the archives until all are done or `mayContinue` says no.
  ///
  /// - Parameters:
  ///   - mayContinue: is asked before each archive, on any thread.
  ///   - render: turns a report into what is delivered, on the worker, so that the snapshot can be
  ///     freed.
  ///   - deliver: receives the results in order, one at a time, on any thread; of an archive with several
  ///     captures one for each. With a store each is delivered when it is in the store.
  /// - Returns: the archives that were not begun.
  public func run<Line: Sendable>(
    while mayContinue: @escaping @Sendable () -> Bool = { true },
    render: @escaping @Sendable (Report, ArchiveOutcome) -> Line,
    deliver: @escaping @Sendable (BatchItem<Line>, BatchProgress) -> Void
  ) -> [String] {
    let sizes = archives.map { FileState(at: $0).size ?? 0 }
    let shared = Guarded(Shared(progress: BatchProgress(sizes: sizes)))
    let begun = OrderedWork.run(
      count: archives.count, jobs: jobs, mayGoOn: mayContinue,
      work: { index, finish in reader.read(archives[index], render, finish) },
      end: reader.finish,
      deliver: { items in
        let (path, progress) = shared.withLock { shared in
          let place = shared.place
          shared.progress.advance(sizes[place])
          shared.place += 1
          return (archives[place], shared.progress)
        }
        reader.loader.redaction?.learn(source: path)
        for item in items { deliver(item, progress) }
      })
    return Array(archives[begun...])
  }
}
