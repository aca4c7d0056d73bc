internal import AllocationBalance
internal import MemoryAnalysis
internal import ArgumentParser

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// By which rules an archive is judged.
struct RuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "YAML with rules to add, or to change by their id.",
      discussion: "A rule with a known id changes only the keys that it sets.", valueName: "file"),
    completion: .file())
  var rules: String?

  /// Reads the rules, the shipped ones and those of the file.
  ///
  /// - Throws: `CommandFailure` for wrong usage when the file cannot be read or understood.
  func load() throws -> RuleSet {
    try loadOwn() ?? .shipped
  }

  /// Reads the rules together with those of the file; nil when there is no file.
  ///
  /// - Throws: `CommandFailure` for wrong usage when the file cannot be read or understood.
  func loadOwn() throws -> RuleSet? {
    guard let rules else { return nil }
    guard let data = try? Data(contentsOf: URL(filePath: rules)) else {
      throw CommandFailure("\(rules): cannot be read", status: .wrongUsage)
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw CommandFailure("\(rules): is not UTF-8", status: .wrongUsage)
    }
    do throws(RuleError) {
      return try RuleSet.shipped.overridden(by: text)
    } catch {
      throw CommandFailure("\(rules): \(error.description)", status: .wrongUsage)
    }
  }
}

/// Which findings a script wants to fail by.
struct FailOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Exit with 3 when there is a critical finding; with warning, also with 4 when there is a warning.",
      discussion: "Both take precedence over 5 (partial). The output is always written.",
      valueName: "severity"))
  var failOn: FailOn?
}

/// The least severity that a script wants to fail by.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case warning
  case critical
}

/// Decides from the findings how the program ends.
struct ExitPolicy: Sendable {
  private let failOn: FailOn?
  private var worst: Severity?

  init(_ failOn: FailOn?) { self.failOn = failOn }

  /// Takes an archive's findings into account.
  mutating func count(_ findings: FindingsReport) {
    count(findings.worst)
  }

  /// Takes the severest finding of an archive into account; nil for an archive without findings.
  mutating func count(_ severity: Severity?) {
    worst = [worst, severity].compactMap { $0 }.max()
  }

  /// The status to end with; nil when nothing was found that the script asked for.
  var status: ExitStatus? {
    switch (failOn, worst) {
    case (_?, .critical): .criticalFinding
    case (.warning?, .warning): .warningFinding
    default: nil
    }
  }
}
