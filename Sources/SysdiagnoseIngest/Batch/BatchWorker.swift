public import MemoryAnalysis
internal import Platform
public import SnapshotStore

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Reads archives for a batch in another process: requests on standard input, results on standard
/// output.
public struct BatchWorker: Sendable {
  private let reader: BatchReader
  private let output = Guarded(OpenFile.standardOutput)

  /// Creates a worker.
  ///
  /// - Parameters:
  ///   - loader: reads the archives.
  ///   - rules: the rules for the findings.
  ///   - store: keeps the snapshots and knows unchanged archives.
  ///   - retriesFailed: whether to read archives again that failed before and have not changed.
  public init(
    loader: CaptureLoader, rules: RuleSet, store: SnapshotStore?, retriesFailed: Bool = false
  ) {
    reader = BatchReader(loader: loader, rules: rules, store: store, retriesFailed: retriesFailed)
  }

  /// Tells the batch that this process cannot use the store.
  public static func refuse(_ error: StoreError) {
    if let frame = try? WorkerReply.unusable(error).frame() {
      try? frame.withUnsafeBytes { try OpenFile.standardOutput.write($0) }
    }
  }

  /// Reads archives until the batch has no more.
  ///
  /// - Parameters:
  ///   - memory: the most memory in bytes; the process ends when it needs more.
  ///   - render: turns a report into the line that is written.
  public func run(
    memory: Int, render: @escaping @Sendable (Report, ArchiveOutcome) -> [UInt8]
  ) {
    RunningProgram.serveParent(memory: memory)
    send(.ready)
    while let line = readLine(), let request = try? request(line) {
      let place = request.place
      reader.read(request.path, isNew: request.isNew, render) { [self] items in
        send(
          .results(place: place, items: items.map { $0.mapLine(\.count) }),
          items.compactMap(\.line).flatMap { $0 })
      }
      send(.read)
      if reader.mustWrite {
        // The time that this takes is not the next archive's.
        send(.storing)
        reader.write()
        send(.ready)
      }
    }
    reader.write()
  }

  private func request(_ line: String) throws -> WorkerRequest {
    try JSONDecoder().decode(WorkerRequest.self, from: Data(line.utf8))
  }

  private func send(_ reply: WorkerReply, _ payload: [UInt8] = []) {
    guard let frame = try? reply.frame(payload) else { return }
    // A batch that no longer reads has ended; then this process ends, too.
    output.withLock { output in
      try? frame.withUnsafeBytes { try output.write($0) }
    }
  }
}
