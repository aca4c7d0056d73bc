import Foundation
import Testing

/// A program built together with the tests.
struct BuiltProgram {
  private let url: URL

  /// Finds a program beside the test bundle.
  init(_ name: String) throws {
    let starts = Bundle.allBundles.map(\.bundleURL) + [Bundle.main.executableURL].compactMap { $0 }
    let candidates = starts.map { $0.deletingLastPathComponent().appending(path: name) }
    url = try #require(
      candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) },
      "\(name) is not built")
  }

  /// Runs the program and returns its standard output.
  func run(_ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = url
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
