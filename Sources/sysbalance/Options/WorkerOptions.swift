internal import ArgumentParser

/// How a batch starts this program again, to read archives in a process that it outlives.
struct WorkerOptions: ParsableArguments {
  @Flag(help: .hidden)
  var worker = false

  /// The columns of the terminal that the batch writes to, which the worker cannot ask.
  @Option(help: .hidden)
  var workerWidth: Int?

  /// Whether that terminal has colours.
  @Flag(help: .hidden)
  var workerColor = false

  /// The arguments of a worker: those of the batch, and how its lines are laid out.
  static func arguments(width: Int?, usesColor: Bool) -> [String] {
    let given = CommandLine.arguments.dropFirst()
    let command = given.firstIndex(of: BatchCommand.name) ?? given.startIndex
    var own = ["--worker"]
    if let width { own += ["--worker-width", String(width)] }
    if usesColor { own.append("--worker-color") }
    return given[...command] + own + given[(command + 1)...]
  }
}
