/// External tools: tar, gzip, mkfifo and Python.
///
/// Linux and macOS have all of them, with the options used here. Python is 3.9 or later.
enum Tool {
  /// A tool ended with an error.
  struct Failure: Error {
    let name: String
    let errors: String
  }

  /// Runs a tool from the search path and returns its standard output.
  @discardableResult
  static func run(_ name: String, _ arguments: [String], folder: String? = nil) async throws
    -> String
  {
    // Without the variable, macOS's tar adds a member `._name` for a file with extended attributes.
    let run = try await Program.run(
      "/usr/bin/env", [name] + arguments, folder: folder, environment: ["COPYFILE_DISABLE": "1"])
    guard run.status == 0 else { throw Failure(name: name, errors: run.errors) }
    return run.output
  }

  /// Runs a Python script and returns its standard output.
  @discardableResult
  static func python(_ script: String, _ arguments: [String]) async throws -> String {
    try await run("python3", ["-c", script] + arguments)
  }
}
