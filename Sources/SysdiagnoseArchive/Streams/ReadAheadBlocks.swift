import Dispatch
import Synchronization

/// A block source whose blocks are made on a thread of their own, some ahead of the reader.
///
/// Inflating is most of the work of reading an archive; verifying and parsing go on beside it, on
/// another processor.
final class ReadAheadBlocks: BlockSource {
  /// How many blocks are made ahead, the one in use included.
  static let depth = 3

  private(set) var bytesRead = 0
  private(set) var memberEnds: [GzipMemberEnd] = []

  private let ring: Ring
  private var holdsBlock = false
  private var ending: Block?

  /// Starts to read ahead.
  ///
  /// - Parameter source: Its blocks must stay valid for ``depth`` calls of `next`, and nobody else
  ///   may call it until this object is gone.
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

  /// A block and what its source says of it.
  ///
  /// An object, since changing one value of an array changes the array, which the other thread reads.
  private final class Slot {
    var block = Block.end
    var bytesRead = 0
    var memberEnds: [GzipMemberEnd] = []
  }

  /// The blocks on their way from the filling thread to the reading one.
  ///
  /// Each slot belongs to one of the two at a time: the semaphores hand it over, which the compiler
  /// cannot see.
  private final class Ring: @unchecked Sendable {
    private let source: any BlockSource
    private let slots: [Slot]
    private var filledCount = 0
    private var takenCount = 0
    private let isStopped = Atomic(false)
    // A semaphore must not end below the count that it began with, so all begin with none.
    private let free = DispatchSemaphore(value: 0)
    private let filled = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    init(_ source: any BlockSource, depth: Int) {
      self.source = source
      slots = (0..<depth).map { _ in Slot() }
      for _ in 0..<depth { free.signal() }
    }

    /// Fills slots until the source ends or nobody reads any more.
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

    /// Ends the filling thread and waits for it: the source is the caller's again.
    func stop() {
      isStopped.store(true, ordering: .releasing)
      free.signal()
      ended.wait()
    }
  }
}
