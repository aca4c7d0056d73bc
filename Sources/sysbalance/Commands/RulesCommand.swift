internal import AllocationBalance
internal import ArgumentParser
internal import MemoryAnalysis
internal import ReportRendering

/// The rules that findings come from.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Show the rules that findings come from.",
    discussion: """
      Rules are data. A file for --rules is a YAML list of rules in the form of the shipped \
      ones. An entry with the id of a known rule changes only the keys that it sets (enabled: false \
      switches it off).

      Examples:
        sysbalance rules explain zone-leak
        sysbalance report sysdiagnose_2026.tar.gz --rules own.yaml
      """,
    subcommands: [List.self, Explain.self], defaultSubcommand: List.self)

  /// All rules, a line each.
  struct List: ConsoleCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the rules with their severities and titles.")

    @OptionGroup var rules: RuleOptions
    @OptionGroup var emitting: EmitOptions

    func validate() throws { try emitting.check(RuleSet.self) }

    func run(_ console: Console) throws {
      let rules = try rules.load()
      let emitter = try emitting.emitter(console)
      try emitter.emitAlone(rules)
      try emitter.commit()
    }
  }

  /// One rule, whole.
  struct Explain: ConsoleCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain",
      abstract: "Show a rule with its conditions, its advice and its sources.")

    @Argument(help: "The rule's id, as list and findings show it.")
    var id: String

    @OptionGroup var rules: RuleOptions
    @OptionGroup var emitting: EmitOptions
    @OptionGroup var speaking: SpeakingOptions

    func validate() throws { try emitting.check(RuleExplanation.self) }

    func console() -> Console { speaking.console() }

    func run(_ console: Console) throws {
      guard let rule = try rules.load().rule(id) else {
        throw CommandFailure("no rule \(id); rules list names them", status: .wrongUsage)
      }
      let emitter = try emitting.emitter(console)
      try emitter.emitAlone(RuleExplanation(rule))
      try emitter.commit()
    }
  }
}
