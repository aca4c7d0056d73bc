#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// The system's byte search, vectorized by the C library.
public enum ByteSearch {
  /// The offset of the first byte with a value; nil when there is none.
  public static func firstOffset(of value: UInt8, in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let base = bytes.baseAddress, let found = memchr(base, Int32(value), bytes.count) else {
      return nil
    }
    return UnsafeRawPointer(found) - base
  }
}
