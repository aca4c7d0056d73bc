/// Values of machines that are alike.
public struct StripGroup: Sendable, Hashable {
  /// What the machines have in common.
  public var name: String
  /// The median, in bytes.
  public var median: Int
  /// The machines' values.
  public var dots: [Dot]

  /// One machine.
  public struct Dot: Sendable, Hashable {
    /// The machine.
    public var name: String
    /// Its value in bytes.
    public var bytes: Int
    /// Whether it is an outlier.
    public var isOutlier: Bool
    /// The number of its snapshot in the store, by which a page of it is found; nil outside a store.
    public var snapshot: Int?
  }
}
