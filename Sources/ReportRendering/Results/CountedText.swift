internal import MemoryAnalysis

extension SizeText {
  /// A number with its noun: `1 machine`, `2,000 machines`.
  static func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(exact(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}

extension String {
  /// The sentence of an advice that says what to do: the first that does not begin with `The`, which
  /// tells of something; the first where all do.
  var nextStep: String {
    let sentences = replacing(". ", with: ".\n").split(separator: "\n")
    return (sentences.first { !$0.hasPrefix("The ") } ?? sentences.first).map(String.init) ?? self
  }
}
