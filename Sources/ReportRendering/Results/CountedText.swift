internal import MemoryAnalysis

extension SizeText {
  /// A number with its noun: `1 machine`, `2,000 machines`.
  static func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(exact(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}

extension String {
  /// Up to the first full stop that a blank follows; all of it where there is none.
  var firstSentence: String {
    guard let end = firstRange(of: ". ") else { return self }
    return String(self[..<end.lowerBound]) + "."
  }
}
