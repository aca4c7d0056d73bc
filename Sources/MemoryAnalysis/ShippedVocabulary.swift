internal import AllocationBalance

/// The texts that reports are written with: names, rules and explanations.
///
/// Their words say nothing of a machine, which a redaction has to know.
public enum ShippedVocabulary {
  /// The texts, in no particular order.
  public static var texts: [String] {
    [DictionaryData.json, ShippedRules.yaml, Reconciliation.shippedText]
  }
}
