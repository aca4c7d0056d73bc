internal import AllocationBalance

/// The texts in reports: names, rules and explanations.
///
/// Their words identify no machine; redaction keeps them.
public enum ShippedVocabulary {
  /// The texts, in arbitrary order.
  public static var texts: [String] {
    [DictionaryData.json, ShippedRules.yaml, Reconciliation.shippedText]
  }
}
