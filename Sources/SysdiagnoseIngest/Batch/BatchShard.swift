internal import Platform

/// One of several equal parts of a batch, for workers that share nothing but the list of paths.
///
/// A path belongs to the shard that the first eight bytes of its SHA-256 say, as a big-endian number
/// modulo the number of shards. The same path is in the same shard on every machine and in every run.
public struct BatchShard: Sendable, Hashable {
  /// The number of the shard, from 1.
  public let number: Int
  /// How many shards there are.
  public let count: Int

  /// Creates a shard; nil unless 1 ≤ `number` ≤ `count`.
  public init?(_ number: Int, of count: Int) {
    guard count > 0, (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// Whether a path belongs to the shard.
  public func holds(_ path: String) -> Bool {
    let hash = SHA256()
    Array(path.utf8).withUnsafeBytes { hash.update($0) }
    let key = hash.finalize().prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return key % UInt64(count) == UInt64(number - 1)
  }
}
