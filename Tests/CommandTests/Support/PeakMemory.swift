import Testing

@testable import TestSupport

/// A run of the program with its peak of resident memory.
struct PeakMemory {
  let status: Int
  /// In bytes.
  let peak: Int

  /// Runs a program and prints its exit code and its peak of resident memory in bytes.
  ///
  /// Python's own memory is a lower bound, since a child starts as a copy of its parent.
  private static let measure = """
    import resource, subprocess, sys
    status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(status, peak * (1 if sys.platform == 'darwin' else 1024))
    """

  init(_ arguments: [String], in scratch: Scratch) async throws {
    let program = try #require(Program.path)
    let run = try await Tool.run(
      "python3", ["-c", Self.measure, program] + arguments, folder: scratch.path)
    let numbers = run.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    try #require(numbers.count == 2)
    (status, peak) = (numbers[0], numbers[1])
    #expect(peak > 1 << 20)
  }
}
