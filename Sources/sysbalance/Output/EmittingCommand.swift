internal import ReportRendering

/// A command with one result; as JSON, its failure is a result too.
protocol EmittingCommand: ConsoleCommand {
  /// How the result is written.
  var emitting: EmitOptions { get }
}

extension EmittingCommand {
  func run() throws {
    let console = console()
    try console.reporting {
      do {
        try run(console)
      } catch let failure as CommandFailure where failure.status == .nothingProduced {
        let emitter = try emitting.emitter(console)
        if emitter.holdsReasons {
          try emitter.emitAlone(Failure(failure.description))
          try emitter.commit()
        }
        throw failure
      }
    }
  }
}
