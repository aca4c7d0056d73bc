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
      let amount: OpenFile.Amount
      do {
        amount = try buffer.withUnsafeMutableBytes { try OpenFile.standardInput.read(into: $0) }
      } catch {
        throw CommandFailure("standard input cannot be read: \(error)")
      }
      switch amount {
      case .bytes(let count): all.append(contentsOf: buffer[..<count])
      case .end: return all
      case .nothingNow: _ = OpenFile.standardInput.waitUntilReadable()
      }
    }
  }
}
