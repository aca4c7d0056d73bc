/// Snapshots on which a kernel extension is loaded, in any version or in some.
public struct KextSelection: Sendable, Hashable {
  /// The bundle identifier.
  public let name: String
  /// The first version that counts; nil for any.
  public let first: String?
  /// The last version that counts; nil for any.
  public let last: String?

  /// Creates a selection.
  public init(name: String, first: String? = nil, last: String? = nil) {
    self.name = name
    self.first = first
    self.last = last
  }

  /// Whether a version counts.
  ///
  /// Versions are compared part by part: numbers by value, so that 5.10 comes after 5.9; a missing
  /// part counts as 0; letters by their order.
  public func holds(version: String) -> Bool {
    if let first, Self.precedes(version, first) { return false }
    if let last, Self.precedes(last, version) { return false }
    return true
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    let (left, right) = (parts(left), parts(right))
    for place in 0..<max(left.count, right.count) {
      let one = place < left.count ? left[place] : "0"
      let other = place < right.count ? right[place] : "0"
      if let a = Int(one), let b = Int(other) {
        if a != b { return a < b }
      } else if one != other {
        return one < other
      }
    }
    return false
  }

  private static func parts(_ version: String) -> [Substring] { version.split(separator: ".") }
}
