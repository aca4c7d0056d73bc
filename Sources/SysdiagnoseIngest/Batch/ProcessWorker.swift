internal import MemoryAnalysis
internal import Platform
internal import SnapshotStore
internal import SysdiagnoseArchive

/// Has one process at a time read archives, and starts another when it has ended.
///
/// A process that ends takes with it the results that it had not handed over. Those archives are read
/// again, each alone, and so is the one that was being read: something else may have ended the
/// process. The archive that ends a process again is the one to blame.
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
    let isNew: Bool
    do throws(StoreError) {
      isNew = try attempts?.begin(index) ?? false
    } catch {
      return finish([.notStored(path: archives[index], error)])
    }
    var tasks = [
      ReaderProcess.Task(
        place: index, isNew: isNew, finish: redacting(archives[index], finish), fail: finish)
    ]
    while let task = tasks.popLast() { tasks += read(task) }
  }

  func end() {
    // What was read here rather than in the process is still on its way to the store.
    defer { reader.write() }
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
    guard let process = process ?? start(for: task) else { return [] }
    self.process = process
    let path = archives[task.place]
    let state = process.read(path, task)
    if case .ready = state { return [] }
    self.process = nil
    var lost = process.pending
    lost[task.place] = nil
    let others = lost.values.map(Self.alone)
    switch state {
    case .ready, .unusable: break
    case .timedOut: fail(task, .time(program.seconds))
    case .ended(.exited(RunningProgram.memoryStatus)):
      // What the process read before takes memory, too.
      guard task.isAlone else { return others + [Self.alone(task)] }
      fail(task, .memory(program.memory))
    case .ended(let ending):
      guard task.isAlone else { return others + [Self.alone(task)] }
      fail(task, .readerEnded, ending.words)
    }
    return others
  }

  /// Starts a process; nil, with the failure of the archive, when that is not possible.
  private func start(for task: ReaderProcess.Task) -> ReaderProcess? {
    let reason: String
    do throws(SystemError) {
      let process = try ReaderProcess(program)
      switch process.waitUntilReady() {
      case .ready: return process
      case .unusable(let error):
        task.fail([.notStored(path: archives[task.place], error)])
        return nil
      case .ended(let ending): reason = "it " + ending.words
      case .timedOut: reason = "it does not answer"
      }
    } catch {
      reason = error.description
    }
    fail(task, .noReader, reason, isLasting: false)
    return nil
  }

  /// Reads an archive here once a process has survived it, where names are replaced: pseudonyms are
  /// numbered in the order of output, which no process knows.
  private func redacting(
    _ path: String, _ finish: @escaping @Sendable (Result) -> Void
  ) -> @Sendable (Result) -> Void {
    guard reader.loader.redaction != nil else { return finish }
    return { [reader, render] _ in
      reader.read(path, render, finish)
      if reader.mustWrite { reader.write() }
    }
  }

  private static func alone(_ task: ReaderProcess.Task) -> ReaderProcess.Task {
    var task = task
    task.isAlone = true
    return task
  }

  private func fail(_ task: ReaderProcess.Task, _ limit: ReadingLimit) {
    fail(task, limit.code, limit.detail)
  }

  /// Hands on the failure of an archive, and keeps it in the store.
  private func fail(
    _ task: ReaderProcess.Task, _ code: ArchiveError.Code, _ detail: String, isLasting: Bool = true
  ) {
    let error = ArchiveError(code, archive: archives[task.place], detail: detail)
    reader.fail(archives[task.place], error, isLasting: isLasting, render, task.fail)
  }
}
