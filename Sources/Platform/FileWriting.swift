#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Writes to file descriptors, completely or not at all.
public enum FileWriting {
  /// Writes all of `text`; returns the system's error number on failure, nil on success.
  public static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  /// Writes all bytes; returns the system's error number on failure, nil on success.
  public static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    var rest = bytes
    while let base = rest.baseAddress, rest.count > 0 {
      #if canImport(Darwin)
        let written = Darwin.write(descriptor, base, rest.count)
      #elseif canImport(Glibc)
        let written = Glibc.write(descriptor, base, rest.count)
      #elseif canImport(Musl)
        let written = Musl.write(descriptor, base, rest.count)
      #endif
      if written < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
    return nil
  }

  /// The system's message for an error number.
  public static func message(_ error: Int32) -> String { String(cString: strerror(error)) }
}
