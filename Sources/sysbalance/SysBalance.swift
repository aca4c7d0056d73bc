internal import Platform
internal import ArgumentParser
internal import ReportRendering

/// The program: its commands, and what its exit codes mean.
@main
struct SysBalance: ParsableCommand {
  static let version = Tool.version

  static let configuration = CommandConfiguration(
    commandName: "sysbalance",
    abstract: "Show where a Mac's memory is, kernel or user, from its sysdiagnose archive.",
    discussion: """
      ARCHIVE is a sysdiagnose .tar.gz, any other tar, a folder unpacked from one, a single text \
      such as zprint.txt or a panic report, or - for standard input. Data goes to standard output, messages to standard error.

      Exit codes: 0 done; 1 nothing could be produced; 2 wrong usage; 3 and 4 with --fail-on: \
      a critical finding, a warning; 5 partial: a truncated or damaged archive, or some archives \
      of a batch failed; 6 the input broke off or could not be read: trying again may \
      help; 129, 130 and 143 a signal ended it. 3 and 4 take precedence over 5.
      """,
    version: version,
    subcommands: [
      ReportCommand.self, ExtractCommand.self, ListCommand.self, CompareCommand.self,
      TrendCommand.self, BatchCommand.self, StoreCommand.self, FleetCommand.self,
      RulesCommand.self, ExplainCommand.self, SchemaCommand.self,
    ],
    defaultSubcommand: ReportCommand.self)

  /// Parses the arguments, runs the command and ends the program with its exit code.
  static func main() {
    // A file over the size limit must fail like a full disk, not end the program.
    RunningProgram.survivesFileSizeLimit()
    RunningProgram.endCleanlyOnSignals()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      // `exit` runs no deinitializer, and work that ran out of time may still hold the output.
      TemporaryPaths.removeAll()
      if exitCode(for: error) == .validationFailure {
        Console().plain(fullMessage(for: error))
        if CommandLine.arguments.contains("--errors-as-json") {
          Console.object(message(for: error), .wrongUsage)
        }
        exit(withError: ExitCode(ExitStatus.wrongUsage.rawValue))
      }
      exit(withError: error)
    }
  }
}

/// How the program ends; thrown by a command that has printed its messages.
enum ExitStatus: Int32, Error {
  case nothingProduced = 1
  case wrongUsage = 2
  case criticalFinding = 3
  case warningFinding = 4
  case partial = 5
  /// The input broke off or could not be read; trying again may help.
  case inputLost = 6
  /// Ended by Ctrl-C, as shells count it: 128 and the signal's number.
  case interrupted = 130
  /// Ended by SIGHUP.
  case hungUp = 129
  /// Ended by SIGTERM.
  case terminated = 143
}

/// Why a command gave up, in one sentence.
struct CommandFailure: Error, CustomStringConvertible {
  let description: String
  let status: ExitStatus

  init(_ description: String, status: ExitStatus = .nothingProduced) {
    self.description = description
    self.status = status
  }

  /// The failure of a command that needs one capture and was given several.
  static func several(_ path: String, _ names: [String?]) -> CommandFailure {
    let known = names.compactMap { $0 }.filter { !$0.isEmpty }
    let shown = known.prefix(5).joined(separator: ", ") + (known.count > 5 ? ", …" : "")
    return CommandFailure(
      "\(path): holds \(names.count) captures (\(shown)) and this command needs one: "
        + "unpack it and give the folder of one")
  }
}

extension ExitStatus {
  /// The exit code after a signal that asks the program to end; nil without one.
  static var ofStopSignal: ExitStatus? {
    switch RunningProgram.stopSignal {
    case .interrupt: .interrupted
    case .terminate: .terminated
    case .hangUp: .hungUp
    case nil: nil
    }
  }
}
