public import MemoryAnalysis
internal import Redaction
public import SnapshotStore

/// Reads many archives in parallel and delivers their results in order.
public struct Batch: Sendable {
  private let archives: [String]
  private let jobs: Int
  private let reader: BatchReader
  private let store: SnapshotStore?

  /// Creates a batch.
  ///
  /// - Parameters:
  ///   - archives: the archives, in the order of their results.
  ///   - loader: reads them.
  ///   - rules: the rules for the findings.
  ///   - store: keeps the snapshots and knows unchanged archives; only a redacting one gets redacted
  ///     text.
  ///   - retriesFailed: whether to read archives again that failed before and have not changed.
  ///   - jobs: how many archives to read in parallel.
  public init(
    _ archives: [String], loader: CaptureLoader = CaptureLoader(), rules: RuleSet = .shipped,
    store: SnapshotStore? = nil, retriesFailed: Bool = false, jobs: Int = 1
  ) {
    self.archives = archives
    self.jobs = max(1, jobs)
    self.store = store
    reader = BatchReader(loader: loader, rules: rules, store: store, retriesFailed: retriesFailed)
  }

  /// Reads the archives in this process, until all are done or `mayContinue` says no.
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
    run(archives, while: mayContinue, deliver: deliver) {
      LocalWorker(archives: archives, reader: reader, render: render)
    }
  }

  /// Reads the archives in processes of their own, which the batch outlives.
  ///
  /// An archive that ends its process, or exceeds a limit, is a failure like any other. With a store
  /// it is not read again. An archive that a batch was reading when it was itself ended comes last.
  ///
  /// - Parameters:
  ///   - program: starts the processes; each one runs a `BatchWorker`.
  ///   - mayContinue: is asked before each archive, on any thread.
  ///   - render: turns a report into bytes, as the processes do.
  ///   - deliver: receives the results, as in ``run(while:render:deliver:)``.
  /// - Returns: the archives that were not begun.
  /// - Throws: `StoreError` when the store cannot be read.
  public func run(
    by program: ReaderProgram, while mayContinue: @escaping @Sendable () -> Bool = { true },
    render: @escaping @Sendable (Report, ArchiveOutcome) -> [UInt8],
    deliver: @escaping @Sendable (BatchItem<[UInt8]>, BatchProgress) -> Void
  ) throws(StoreError) -> [String] {
    let archives = try inSafeOrder()
    // A redacted store has no path as it is, so nothing could be noted or found again.
    let attempts = store.flatMap { $0.isRedacting ? nil : AttemptLog($0, archives) }
    let left = run(archives, while: mayContinue, deliver: deliver) {
      ProcessWorker(
        archives: archives, program: program, attempts: attempts, store: store, reader: reader,
        render: render)
    }
    // A store that can no longer be written keeps the notes. They only make the next batch read those archives last, and
    // a failure here would hide which archives were not stored.
    try? attempts?.forget(left)
    return left
  }

  /// The archives, those last whose reading has begun in an earlier batch and not ended.
  private func inSafeOrder() throws(StoreError) -> [String] {
    guard let begun = try store?.begun(), !begun.isEmpty else { return archives }
    let isBegun = { (path: String) in begun.contains(FileState(at: path).path) }
    return archives.filter { !isBegun($0) } + archives.filter(isBegun)
  }

  private struct Shared {
    var progress: BatchProgress
    var place = 0
  }

  private func run<Line: Sendable, Worker: OrderedWorker>(
    _ archives: [String], while mayContinue: @escaping @Sendable () -> Bool,
    deliver: @escaping @Sendable (BatchItem<Line>, BatchProgress) -> Void,
    worker: @escaping @Sendable () -> Worker
  ) -> [String] where Worker.Result == [BatchItem<Line>] {
    // A whole state would resolve every path, link by link.
    let sizes = archives.map { FileState.size(at: $0) ?? 0 }
    let shared = Guarded(Shared(progress: BatchProgress(sizes: sizes)))
    let begun = OrderedWork.run(
      count: archives.count, jobs: jobs, mayGoOn: mayContinue, worker: worker,
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

/// Reads archives in this process.
private struct LocalWorker<Line: Sendable>: OrderedWorker {
  let archives: [String]
  let reader: BatchReader
  let render: (Report, ArchiveOutcome) -> Line

  func work(_ index: Int, _ finish: @escaping @Sendable ([BatchItem<Line>]) -> Void) {
    reader.read(archives[index], render, finish)
    if reader.mustWrite { reader.write() }
  }

  func end() {
    reader.write()
  }
}
