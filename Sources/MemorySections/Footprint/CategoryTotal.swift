/// The dirty memory of one category in all processes except the kernel.
public struct CategoryTotal: Sendable, Hashable, Codable {
  /// The category's name.
  public let name: String
  /// Dirty bytes, including swapped and compressed ones; shared memory is not included.
  public let dirty: Quantity

  /// Creates a total.
  public init(name: String, dirty: Quantity) {
    self.name = name
    self.dirty = dirty
  }
}

extension Footprint {
  /// The processes' own dirty memory by category, added up without the kernel.
  ///
  /// Sorted by first appearance.
  public var userCategories: [CategoryTotal] {
    if let togetherCategories { return togetherCategories }
    var places: [String: Int] = [:]
    var totals: [CategoryTotal] = []
    for category in userProcesses.lazy.flatMap(\.categories) {
      if let place = places[category.name] {
        totals[place] = CategoryTotal(
          name: category.name, dirty: totals[place].dirty + category.dirty)
      } else {
        places[category.name] = totals.count
        totals.append(CategoryTotal(name: category.name, dirty: category.dirty))
      }
    }
    return totals
  }
}
