#if os(Linux)
  private import CAllocator
#endif

/// The C library's memory allocator.
public enum Allocator {
  #if os(Linux)
    /// The size from which a block has pages of its own, in bytes: glibc's limit at the start.
    private static let largeBlock: Int32 = 128 << 10
    /// The free memory that stays with the process, in bytes: to return and take it costs time.
    private static let keptFree: Int32 = 64 << 20
  #endif

  /// Gives each large block pages of its own, which return to the system when it is freed.
  ///
  /// It is for work that keeps a little of each of many archives. glibc raises its limit to the
  /// largest block freed so far. What is kept then lies among freed blocks, and the blocks of the
  /// next archive do not fit between: in some runs memory grew by 300 KB an archive. Other C
  /// libraries separate large blocks anyway.
  public static func separateLargeBlocks() {
    #if os(Linux)
      callocator_separate_large_blocks(largeBlock, keptFree)
    #endif
  }
}
