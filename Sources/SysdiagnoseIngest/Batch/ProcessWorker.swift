internal import MemoryAnalysis
internal import Platform
internal import SnapshotStore
internal import SysdiagnoseArchive

/// Has one process at a time read archives, and starts another when it has ended.
///
/// A process that ends takes with it the results that it had not handed over. Those archives are read
/// again, each alone: the one that ends a process again is the one to blame.
final class ProcessWorker: OrderedWorker {
  typealias Result = [BatchItem<[UInt8]>]

  private let archives: [String]
  private let program: ReaderProgram
  private let attempts: AttemptLog?
  private let store: SnapshotStore?
  private let reader: BatchReader
  private let render: @Sendable (Report, ArchiveOutcome) -> [UInt8]
  private var process: ReaderProcess?

  init(
    archives: [String], program: ReaderProgram, attempts: AttemptLog?, store: SnapshotStore?,
    reader: BatchReader, render: @escaping @Sendable (Report, ArchiveOutcome) -> [UInt8]
  ) {
    self.archives = archives
    self.program = program
    self.attempts = attempts
    self.store = store
    self.reader = reader
    self.render = render
  }

  func work(_ index: Int, _ finish: @escaping @Sendable (Result) -> Void) {
    do throws(StoreError) {
      try attempts?.begin(index)
    } catch {
      return finish([.notStored(path: archives[index], error)])
    }
    var tasks = [ReaderProcess.Task(
        place: index, finish: redacting(archives[index], finish), fail: finish)]
    while let task = tasks.popLast() { tasks += read(task) }
  }

  func end() {
    guard let process, process.close() != nil else { return }
    self.process = nil
    var tasks = process.pending.values.map(Self.alone)
    while let task = tasks.popLast() { tasks += read(task) }
    _ = self.process?.close()
  }

  /// Has an archive read.
  ///
  /// - Returns: the archives that must be read again.
  private func read(_ task: ReaderProcess.Task) -> [ReaderProcess.Task] {
    let path = archives[task.place]
    let process: ReaderProcess
    do throws(SystemError) {
      if let running = self.process { process = running } else { process = try ReaderProcess(program) }
    } catch {
      fail(task, .noReader, "\(error)", isLasting: false)
      return []
    }
    self.process = process
    let state = process.read(path, task)
    if case .ready = state { return [] }
    self.process = nil
    var lost = process.pending
    lost[task.place] = nil
    let others = lost.values.map(Self.alone)
    switch state {
    case .ready: break
    case .unusable(let error): task.fail([.notStored(path: path, error)])
    case .timedOut: fail(task, .timeLimit, "\(program.seconds) s; --timeout raises it")
    case .ended(.exited(RunningProgram.memoryStatus)):
      fail(
        task, .memoryLimit, "\(SizeText.short(program.memory)); --max-memory raises it")
    case .ended(let ending):
      // What was kept last may be what has ended it.
      guard task.isAlone || others.isEmpty else { return others + [Self.alone(task)] }
      fail(task, .readerEnded, ending.words)
    }
    return others
  }

  /// Reads an archive here once a process has survived it, where names are replaced: pseudonyms are
  /// numbered in the order of output, which no process knows.
  private func redacting(
    _ path: String, _ finish: @escaping @Sendable (Result) -> Void
  ) -> @Sendable (Result) -> Void {
    guard reader.loader.redaction != nil else { return finish }
    return { [reader, render] _ in reader.read(path, render, finish) }
  }

  private static func alone(_ task: ReaderProcess.Task) -> ReaderProcess.Task {
    var task = task
    task.isAlone = true
    return task
  }

  /// Hands on the failure of an archive, and keeps it in the store.
  private func fail(
    _ task: ReaderProcess.Task, _ code: ArchiveError.Code, _ detail: String, isLasting: Bool = true
  ) {
    let error = ArchiveError(code, archive: archives[task.place], detail: detail)
    reader.fail(archives[task.place], error, isLasting: isLasting, render, task.fail)
  }
}
