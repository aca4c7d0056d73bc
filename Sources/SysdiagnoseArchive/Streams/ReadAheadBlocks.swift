import Dispatch
import Synchronization

/// A block source that fills its blocks on a separate thread, ahead of the reader.
///
/// Inflating is most of the work of reading an archive. Verifying and parsing run in parallel on
/// another processor.
final class ReadAheadBlocks: BlockSource {
  /// The number of blocks made ahead, including the one in use.
  static let depth = 3

  private(set) var bytesRead = 0
  private(set) var memberEnds: [GzipMemberEnd] = []

  private let ring: Ring
  private var holdsBlock = false
  private var ending: Block?

  /// Starts to read ahead.
  ///
  /// - Parameter source: Its blocks must stay valid for ``depth`` calls of `next`. Nobody else may
  ///   call it until this object is released.
  init(_ source: any BlockSource) {
    let ring = Ring(source, depth: Self.depth)
    self.ring = ring
    DispatchQueue(label: "sysbalance.read-ahead").async { ring.fill() }
  }

  deinit {
    ring.stop()
  }

  func next() -> Block {
    if let ending { return ending }
    if holdsBlock { ring.release() }
    let slot = ring.take()
    bytesRead = slot.bytesRead
    memberEnds = slot.memberEnds
    if case .bytes = slot.block { holdsBlock = true } else { ending = slot.block }
    return slot.block
  }

  /// A block with its source's state.
  ///
  /// A class, since changing one element of an array changes the whole array, and the other thread
  /// reads it.
  private final class Slot {
    var block = Block.end
    var bytesRead = 0
    var memberEnds: [GzipMemberEnd] = []
  }

  /// The blocks that pass from the filling thread to the reading one.
  ///
  /// Each slot belongs to one thread at a time. Semaphores pass the ownership; the compiler cannot
  /// check that.
  private final class Ring: @unchecked Sendable {
    private let source: any BlockSource
    private let slots: [Slot]
    private var filledCount = 0
    private var takenCount = 0
    private let isStopped = Atomic(false)
    // A semaphore must not end below its initial count; hence all start at zero.
    private let free = DispatchSemaphore(value: 0)
    private let filled = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    init(_ source: any BlockSource, depth: Int) {
      self.source = source
      slots = (0..<depth).map { _ in Slot() }
      for _ in 0..<depth { free.signal() }
    }

    /// Fills slots until the source ends or the reader stops.
    func fill() {
      var hasMore = true
      while hasMore {
        free.wait()
        if isStopped.load(ordering: .acquiring) { break }
        let slot = slots[filledCount % slots.count]
        filledCount += 1
        slot.block = source.next()
        slot.bytesRead = source.bytesRead
        slot.memberEnds = source.memberEnds
        if case .bytes = slot.block { hasMore = true } else { hasMore = false }
        filled.signal()
      }
      ended.signal()
    }

    func take() -> Slot {
      filled.wait()
      defer { takenCount += 1 }
      return slots[takenCount % slots.count]
    }

    func release() { free.signal() }

    /// Ends the filling thread and waits for it; the source is the caller's again.
    func stop() {
      isStopped.store(true, ordering: .releasing)
      free.signal()
      ended.wait()
    }
  }
}
