#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

internal import Platform

/// Standard input as a whole.
enum StandardInput {
  /// Reads to the end.
  ///
  /// - Throws: `CommandFailure` when it cannot be read.
  static func readAll() throws -> Data {
    var all = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count == 0 { return all }
      if count < 0 {
        if errno == EINTR { continue }
        throw CommandFailure("standard input cannot be read: \(FileWriting.message(errno))")
      }
      all.append(contentsOf: buffer[..<count])
    }
  }
}
