import Foundation
import Testing

/// A program built together with the tests.
struct BuiltProgram {
  private let url: URL

  /// Finds a program beside the test bundle.
  init(_ name: String) throws {
    // On macOS a helper of Swift runs the tests; the bundle's executable is among its arguments,
    // three folders below the bundle.
    let starts =
      Bundle.allBundles.map(\.bundlePath) + [Bundle.main.executablePath].compactMap { $0 }
      + CommandLine.arguments.filter { $0.contains(".xctest") }
    let candidates = starts.flatMap { start in
      let folders = sequence(first: URL(fileURLWithPath: start)) { $0.deletingLastPathComponent() }
      return folders.dropFirst().prefix(4).map { $0.appending(path: name) }
    }
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
    // Coverage is measured in the tests' own process.
    process.environment = ProcessInfo.processInfo.environment
      .merging(["LLVM_PROFILE_FILE": "/dev/null"]) { $1 }
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
