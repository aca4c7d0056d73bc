/// The list of `jetsam_priority`: every process by the order in which the system would end it.
///
/// Source: <doc:ProcessListFormats#jetsam_priority>.
public struct JetsamPriority: Sendable, Hashable, Codable {
  /// Every process, in the list's order.
  public var processes: [ListedProcess] = []
}
