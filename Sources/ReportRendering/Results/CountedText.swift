internal import MemoryAnalysis

extension SizeText {
  /// A number with its noun: `1 machine`, `2,000 machines`.
  static func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(exact(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}

extension String {
  /// The text with an upper-case first letter, as a sentence begins.
  var sentenceCased: String { prefix(1).uppercased() + dropFirst() }

  /// The first sentence of an advice, which says what to do; the reasons follow it.
  var nextStep: String {
    let sentences = replacing(". ", with: ".\n").split(separator: "\n")
    return sentences.first.map(String.init) ?? self
  }
}
