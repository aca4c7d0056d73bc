import Foundation
import Testing

@testable import TestSupport

/// Texts that were read and approved, kept as files.
enum Approved {
  /// Whether the files are written instead of compared.
  static let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

  /// Expects a text to be the one in a file, line by line, so that a failure shows what differs.
  static func hold(_ text: String, _ name: String) throws {
    let file = URL(fileURLWithPath: "\(Project.root)/Tests/ReportRenderingTests/Snapshots/\(name)")
    if isRecording { try Data(text.utf8).write(to: file) }
    let approved = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = approved.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, pair) in zip(lines, expected).enumerated() where pair.0 != pair.1 {
      Issue.record("line \(number + 1) is \"\(pair.0)\", not \"\(pair.1)\"")
    }
    #expect(lines.count == expected.count)
  }
}
