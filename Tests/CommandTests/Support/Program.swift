import Foundation

/// The program as it was built, run as a user runs it.
enum Program {
  /// What a run came to.
  struct Run: Sendable {
    /// The exit code; 128 and the signal's number where a signal ended it.
    let status: Int32
    let outputBytes: Data
    let errors: String

    var output: String { String(decoding: outputBytes, as: UTF8.self) }
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
    var outputLines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// There is no built program near the tests.
  struct NotBuilt: Error {}

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - arguments: its arguments.
  ///   - input: a file that is its standard input; nothing by default.
  ///   - folder: the folder that it runs in.
  ///   - environment: variables beside those of the tests, which are freed of `NO_COLOR`.
  /// - Returns: how it ended and what it wrote.
  /// - Throws: `NotBuilt` when there is no program, else what starting it throws.
  static func run(
    _ arguments: [String], input: String? = nil, folder: String? = nil,
    environment: [String: String] = [:]
  ) async throws -> Run {
    guard let path else { throw NotBuilt() }
    return try await run(
      path, arguments, input: input, folder: folder, environment: environment)
  }

  /// Runs any program.
  ///
  /// Its output goes to files, so that neither stream can block the other.
  static func run(
    _ path: String, _ arguments: [String], input: String? = nil, folder: String? = nil,
    environment: [String: String] = [:]
  ) async throws -> Run {
    let scratch = try Scratch()
    let (output, errors) = (try scratch.file("stdout"), try scratch.file("stderr"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput =
      try input.map { try FileHandle(forReadingFrom: URL(fileURLWithPath: $0)) }
      ?? FileHandle.nullDevice
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    var variables = ProcessInfo.processInfo.environment
    variables["NO_COLOR"] = nil
    process.environment = variables.merging(environment) { $1 }
    let status = try await end(of: process)
    return Run(
      status: status, outputBytes: try Data(contentsOf: output),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  private static func end(of process: Process) async throws -> Int32 {
    await Turns.shared.take()
    let status: Result<Int32, any Error> = await withCheckedContinuation { continuation in
      process.terminationHandler = { ended in
        let isExit = ended.terminationReason == .exit
        continuation.resume(returning: .success(ended.terminationStatus + (isExit ? 0 : 128)))
      }
      do { try process.run() } catch { continuation.resume(returning: .failure(error)) }
    }
    await Turns.shared.give()
    return try status.get()
  }

  /// For a program that may not write: what measures coverage would complain at its end.
  static let withoutProfile = ["LLVM_PROFILE_FILE": "/dev/null"]

  /// The program beside the test bundle, wherever the build folder is; nil when it is not built.
  static let path: String? = {
    let starts =
      Bundle.allBundles.map(\.bundlePath) + [Bundle.main.executablePath].compactMap { $0 }
      + CommandLine.arguments.prefix(1)
    for start in starts {
      var folder = URL(fileURLWithPath: start).standardizedFileURL
      while folder.pathComponents.count > 1 {
        folder.deleteLastPathComponent()
        let candidate = folder.appendingPathComponent("sysbalance").path
        if isProgram(candidate) { return candidate }
      }
    }
    return ["debug", "release"].map { Project.root + "/.build/\($0)/sysbalance" }
      .first(where: isProgram)
  }()

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return isThere && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: path)
  }
}

/// Where the project lies.
enum Project {
  static let root: String = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
}

/// Tools that are no part of the project: tar and Python, which also build the test archives.
enum Tool {
  /// A tool ended with an error.
  struct Failure: Error {
    let name: String
    let errors: String
  }

  /// Runs a tool of the search path and gives its standard output.
  @discardableResult
  static func run(_ name: String, _ arguments: [String], folder: String? = nil) async throws
    -> String
  {
    let run = try await Program.run("/usr/bin/env", [name] + arguments, folder: folder)
    guard run.status == 0 else { throw Failure(name: name, errors: run.errors) }
    return run.output
  }

  /// Runs a script of Python's and gives its standard output.
  @discardableResult
  static func python(_ script: String, _ arguments: [String]) async throws -> String {
    try await run("python3", ["-c", script] + arguments)
  }
}
