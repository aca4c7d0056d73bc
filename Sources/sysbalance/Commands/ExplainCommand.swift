internal import AllocationBalance
internal import MemoryAnalysis
internal import ArgumentParser
internal import ReportRendering

/// What a name in a report means.
struct ExplainCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a zone, wired tag, category, section or term: what it is and what is known.",
    discussion: """
      Names are understood as the tools print them: data.kalloc.1024, VM_KERN_MEMORY_PTE, \
      "page table", vm.object.hash.en$, a tag's number.
      """)

  @Argument(help: "The name.")
  var name: [String]

  @Option(help: "text or json.")
  var format = Format.text

  @OptionGroup var output: OutputOptions
  @OptionGroup var speaking: SpeakingOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func console() -> Console { speaking.console() }

  func run(_ console: Console) throws {
    let name = name.joined(separator: " ")
    let match = try find(name)
    let destination = try output.destination(console)
    switch format {
    case .json: try destination.write(try JSONRenderer.explanation(match, of: name))
    case .text:
      let style = TextStyle(usesColor: speaking.color.usesColor(toFile: output.output != nil))
      try destination.write(TextExplanation(match, of: name, style: style).render())
    }
    try destination.commit()
  }

  private func find(_ name: String) throws -> NameMatch {
    switch NameDictionary.standard.answer(for: name) {
    case .found(let match): return match
    case .ambiguous(let names):
      throw CommandFailure("\(name) may be \(names.joined(separator: " or "))")
    case .unknown(let nearest):
      let suggestion =
        nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: " or "))?"
      throw CommandFailure("nothing is known of \(name)\(suggestion)")
    }
  }
}
