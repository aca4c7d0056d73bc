import Foundation

/// The built program, run as a user runs it.
enum Program {
  /// The result of a run.
  struct Run: Sendable {
    /// The exit code; 128 plus the signal's number if a signal ended it.
    let status: Int32
    let outputBytes: Data
    let errors: String

    var output: String { String(decoding: outputBytes, as: UTF8.self) }
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
    var outputLines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// There is no built program beside the tests.
  struct NotBuilt: Error {}

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - arguments: its arguments.
  ///   - input: the file for its standard input; empty by default.
  ///   - folder: its working directory.
  ///   - environment: variables in addition to those of the tests; `NO_COLOR` is removed.
  /// - Returns: its exit code and its output.
  /// - Throws: `NotBuilt` when there is no program, or the error of starting it.
  static func run(
    _ arguments: [String], input: String? = nil, folder: String? = nil,
    environment: [String: String] = [:]
  ) async throws -> Run {
    guard let path else { throw NotBuilt() }
    return try await run(
      path, arguments, input: input, folder: folder, environment: environment)
  }

  /// The result of running the program, which runs once for all tests that give these arguments.
  ///
  /// They must name nothing that a test makes, changes or removes.
  static func once(_ arguments: [String]) async throws -> Run {
    try await SharedRuns.shared.run(arguments)
  }

  /// Runs any program, when a slot is free.
  static func run(
    _ path: String, _ arguments: [String], input: String? = nil, folder: String? = nil,
    environment: [String: String] = [:]
  ) async throws -> Run {
    await Turns.shared.take()
    do {
      let run = try await runNow(
        path, arguments, input: input, folder: folder, environment: environment)
      await Turns.shared.give()
      return run
    } catch {
      await Turns.shared.give()
      throw error
    }
  }

  /// Runs a program at once.
  ///
  /// Its output goes to files, so that neither stream can block the other. They are opened here and not before a slot is
  /// free: with more than a thousand open files, Foundation's `Process` reads past its list of them and crashes.
  private static func runNow(
    _ path: String, _ arguments: [String], input: String?, folder: String?,
    environment: [String: String]
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
    // A program built for coverage writes megabytes at its end, and so does each of its reader processes:
    // thousands of runs fill a disk. Coverage is measured in the tests' own process.
    variables["LLVM_PROFILE_FILE"] = "/dev/null"
    process.environment = variables.merging(environment) { $1 }
    let status = try await end(of: process)
    return Run(
      status: status, outputBytes: try Data(contentsOf: output),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  private static func end(of process: Process) async throws -> Int32 {
    let status: Result<Int32, any Error> = await withCheckedContinuation { continuation in
      process.terminationHandler = { ended in
        let isExit = ended.terminationReason == .exit
        continuation.resume(returning: .success(ended.terminationStatus + (isExit ? 0 : 128)))
      }
      do { try process.run() } catch { continuation.resume(returning: .failure(error)) }
    }
    return try status.get()
  }

  /// The program under test; nil when it is not built.
  static let path: String? = path(of: "sysbalance")

  /// A program beside the test bundle, in any build folder; nil when it is not built.
  static func path(of name: String) -> String? {
    let starts =
      Bundle.allBundles.map(\.bundlePath) + [Bundle.main.executablePath].compactMap { $0 }
      // On macOS a helper of Swift runs the tests; the bundle is among its arguments.
      + CommandLine.arguments.filter { $0.contains("/") }
    for start in starts {
      var folder = URL(fileURLWithPath: start).standardizedFileURL
      while folder.pathComponents.count > 1 {
        folder.deleteLastPathComponent()
        let candidate = folder.appendingPathComponent(name).path
        if isProgram(candidate) { return candidate }
      }
    }
    return ["debug", "release"].map { Project.root + "/.build/\($0)/\(name)" }
      .first(where: isProgram)
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return isThere && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: path)
  }
}
