internal import Platform
internal import SnapshotStore

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A process that reads archives for a batch, as the batch sees it.
final class ReaderProcess {
  /// An archive that the process was asked to read.
  struct Task: Sendable {
    /// Its place in the batch.
    let place: Int
    /// Whether the store is known to hold nothing of it.
    let isNew: Bool
    /// Receives its results from the process.
    let finish: @Sendable ([BatchItem<[UInt8]>]) -> Void
    /// Receives the failure of an archive without results.
    let fail: @Sendable ([BatchItem<[UInt8]>]) -> Void
    /// Whether to wait for its results too: when the process ends meanwhile, it is to blame.
    var isAlone = false
  }

  /// How the process is after a task.
  enum State {
    /// It takes another task.
    case ready
    /// It cannot use the store.
    case unusable(StoreError)
    /// It has ended, or was ended.
    case ended(ChildProcess.Ending)
    /// It was ended since the task took too long.
    case timedOut
  }

  private let child: ChildProcess
  private let seconds: Int
  private var held: [UInt8] = []
  private var start = 0
  /// Archives that were read and whose results have not come yet.
  private(set) var pending: [Int: Task] = [:]

  /// The longest line of JSON that is believed.
  private static let mostHead = 64 << 20

  /// Starts the process.
  ///
  /// - Throws: `SystemError` when that is not possible.
  init(_ program: ReaderProgram) throws(SystemError) {
    child = try program.start()
    seconds = program.seconds
  }

  /// The longest time for a process to start or to write to the store, in seconds; no archive is to blame
  /// for that.
  private static let mostElsewhere = 120

  /// Waits until the process takes tasks.
  func waitUntilReady() -> State {
    switch reply(before: .now.advanced(by: .seconds(Self.mostElsewhere))) {
    case .reply(.unusable(let error)): .unusable(error)
    case .reply: .ready
    case .ended: end()
    case .timedOut: .timedOut
    }
  }

  /// Has an archive read, and hands on the results that come meanwhile.
  func read(_ path: String, _ task: Task) -> State {
    pending[task.place] = task
    guard let line = try? WorkerRequest(place: task.place, path: path, isNew: task.isNew).line(),
      (try? child.write(line)) != nil
    else { return end() }
    var limit = ContinuousClock.now.advanced(by: .seconds(seconds))
    var isRead = false
    while !isRead || task.isAlone && pending[task.place] != nil {
      switch reply(before: limit) {
      case .reply(.unusable): break
      case .reply(.ready): limit = .now.advanced(by: .seconds(seconds))
      case .reply(.storing): limit = .now.advanced(by: .seconds(Self.mostElsewhere))
      case .reply(.read): isRead = true
      case .reply(.results(let place, let items)): finish(place, items)
      case .ended: return end()
      case .timedOut:
        child.kill()
        return .timedOut
      }
    }
    return .ready
  }

  /// Ends the process when it has handed over all results.
  ///
  /// - Returns: nil, or how it ended when some results did not come.
  func close() -> ChildProcess.Ending? {
    child.endInput()
    while !pending.isEmpty {
      guard case .reply(let reply) = reply(before: nil) else { break }
      if case .results(let place, let items) = reply { finish(place, items) }
    }
    return pending.isEmpty ? nil : child.wait()
  }

  private func end() -> State { .ended(child.wait()) }

  private func finish(_ place: Int, _ items: [BatchItem<Int>]) {
    let items = items.map { item in item.mapLine(take) }
    pending.removeValue(forKey: place)?.finish(items)
  }
}

/// What comes from the process.
extension ReaderProcess {
  private enum Event {
    case reply(WorkerReply)
    case ended
    case timedOut
  }

  /// The next reply, with its payload held back.
  private func reply(before limit: ContinuousClock.Instant?) -> Event {
    var searched = 0
    while true {
      if let end = held[(start + searched)...].firstIndex(of: 0x0A) {
        guard
          let reply = try? JSONDecoder().decode(WorkerReply.self, from: Data(held[start..<end]))
        else { return .ended }
        start = end + 1
        return fill(reply.payloadLength, before: limit) ?? .reply(reply)
      }
      searched = held.count - start
      guard searched < Self.mostHead else { return .ended }
      if let event = receive(before: limit) { return event }
    }
  }

  /// Waits until a number of bytes is held; nil when they are.
  private func fill(_ count: Int, before limit: ContinuousClock.Instant?) -> Event? {
    while held.count - start < count {
      if let event = receive(before: limit) { return event }
    }
    return nil
  }

  private func take(_ count: Int) -> [UInt8] {
    defer { start += count }
    return Array(held[start..<start + count])
  }

  /// Receives more bytes; nil when some came.
  private func receive(before limit: ContinuousClock.Instant?) -> Event? {
    if start > 0 {
      held.removeSubrange(..<start)
      start = 0
    }
    guard child.waitUntilReadable(milliseconds: limit.map(Self.milliseconds)) else {
      return .timedOut
    }
    let size = 1 << 16
    let old = held.count
    held.append(contentsOf: repeatElement(0, count: size))
    let amount = held.withUnsafeMutableBytes { bytes in
      child.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[old...]))
    }
    guard case .bytes(let count) = amount else {
      held.removeLast(size)
      return .ended
    }
    held.removeLast(size - count)
    return nil
  }

  /// The time left until a limit, at least 0 and at most a day.
  private static func milliseconds(_ limit: ContinuousClock.Instant) -> Int32 {
    let left = (limit - ContinuousClock.now).components
    guard left.seconds >= 0, left.attoseconds >= 0 else { return 0 }
    return Int32(min(left.seconds, 86_400)) * 1000 + Int32(left.attoseconds / 1_000_000_000_000_000)
  }
}
