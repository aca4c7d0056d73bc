internal import AllocationBalance
internal import MemoryAnalysis
internal import ArgumentParser
internal import ReportRendering

/// What a name in a report means.
struct ExplainCommand: EmittingCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a zone, wired tag, category, section, finding or term.",
    discussion: """
      Names are matched as the tools print them: data.kalloc.1024, VM_KERN_MEMORY_PTE, \
      "page table", vm.object.hash.en$, a tag's number.

      Examples:
        sysbalance explain data.kalloc.1024
        sysbalance explain zone-leak
      """)

  @Argument(help: "The name.")
  var name: [String]

  @OptionGroup var emitting: EmitOptions
  @OptionGroup var speaking: SpeakingOptions

  func validate() throws { try emitting.check(Explanation.self) }

  func console() -> Console { speaking.console() }

  func run(_ console: Console) throws {
    let name = name.joined(separator: " ")
    let match = try find(name)
    let emitter = try emitting.emitter(console)
    try emitter.emitAlone(Explanation(match, of: name))
    try emitter.commit()
  }

  private func find(_ name: String) throws -> NameMatch {
    switch NameDictionary.standard.answer(for: name) {
    case .found(let match): return match
    case .ambiguous(let names):
      throw CommandFailure("\(name) may be \(names.joined(separator: " or "))")
    case .unknown(let nearest):
      let suggestion =
        nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: " or "))?"
      throw CommandFailure("no entry for \(name)\(suggestion)")
    }
  }
}
