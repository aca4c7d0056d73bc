/// A value that several tests use: it is made once, and ends with the last test that holds it.
actor Shared<Value: AnyObject & Sendable> {
  private let make: @Sendable () async throws -> Value
  private weak var made: Value?
  private var making: Task<Value, any Error>?

  init(_ make: @escaping @Sendable () async throws -> Value) {
    self.make = make
  }

  /// The value; the caller holds it as long as it needs it.
  func get() async throws -> Value {
    if let made { return made }
    if let making { return try await making.value }
    let task = Task { [make] in try await make() }
    making = task
    defer { making = nil }
    let value = try await task.value
    made = value
    return value
  }
}

/// The results of runs whose arguments several tests give.
actor SharedRuns {
  static let shared = SharedRuns()

  private var runs: [[String]: Task<Program.Run, any Error>] = [:]

  /// The result of the only run with some arguments.
  ///
  /// They must name nothing that a test makes, changes or removes.
  func run(_ arguments: [String]) async throws -> Program.Run {
    let running = runs[arguments] ?? Task { try await Program.run(arguments) }
    runs[arguments] = running
    return try await running.value
  }
}
