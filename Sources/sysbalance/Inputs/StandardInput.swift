#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

internal import ArgumentParser
internal import Platform

/// Standard input.
enum StandardInput {
  /// Refuses `-` where standard input is a terminal: no one types an archive.
  ///
  /// - Throws: `ValidationError`.
  static func check(_ archives: [String]) throws {
    guard archives.contains("-"), OpenFile.standardInput.isTerminal else { return }
    throw ValidationError(
      "- reads an archive from standard input, which is a terminal here; "
        + "give a file, or pipe one in: sysbalance report - <ARCHIVE")
  }

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
