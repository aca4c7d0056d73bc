internal import ArgumentParser
internal import SnapshotStore

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The program: its commands, and what its exit codes mean.
@main
struct SysBalance: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "sysbalance",
    abstract: "Show where a Mac's memory is, kernel or user, from its sysdiagnose archive.",
    discussion: """
      ARCHIVE is a sysdiagnose .tar.gz, any other tar, a folder unpacked from one, or - for \
      standard input. Data goes to standard output, messages to standard error.

      Exit codes: 0 done; 1 nothing could be produced; 2 wrong usage; 3 and 4 with --fail-on: \
      a critical finding, a warning; 5 partial: a truncated or damaged archive, or some archives \
      of a batch failed; 130 a batch was interrupted. A finding that was asked for goes before 5.
      """,
    version: version,
    subcommands: [
      ReportCommand.self, ExtractCommand.self, ListCommand.self, CompareCommand.self,
      TrendCommand.self, BatchCommand.self, StoreCommand.self, FleetCommand.self,
      RulesCommand.self, ExplainCommand.self, SchemaCommand.self,
    ],
    defaultSubcommand: ReportCommand.self)

  /// Runs the command of the arguments and ends the program with its exit code.
  static func main() {
    // A file over the limit on sizes is to fail as a full disk does, not to end the program.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      defer { Redaction.current?.tell() }
      try command.run()
    } catch let status as ExitStatus {
      exit(withError: ExitCode(status.rawValue))
    } catch let failure as CommandFailure {
      Messages.error(failure.description)
      exit(withError: ExitCode(failure.status.rawValue))
    } catch let error as StoreError {
      Messages.error(error.description)
      exit(withError: ExitCode(ExitStatus.nothingProduced.rawValue))
    } catch {
      if exitCode(for: error) == .validationFailure {
        Messages.plain(fullMessage(for: error))
        exit(withError: ExitCode(ExitStatus.wrongUsage.rawValue))
      }
      exit(withError: error)
    }
  }
}

/// How the program ends; thrown by a command that has said all there is to say.
enum ExitStatus: Int32, Error {
  case nothingProduced = 1
  case wrongUsage = 2
  case criticalFinding = 3
  case warningFinding = 4
  case partial = 5
  /// Ended by Ctrl-C, as shells count it: 128 and the signal's number.
  case interrupted = 130
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
}
