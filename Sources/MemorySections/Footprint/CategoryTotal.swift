/// A category's dirty memory of all processes but the kernel.
public struct CategoryTotal: Sendable, Hashable, Codable {
  /// The category's name.
  public let name: String
  /// Bytes that cost the machine, swapped and compressed ones too; what is shared is not in it.
  public let dirty: Quantity

  /// Creates a total.
  public init(name: String, dirty: Quantity) {
    self.name = name
    self.dirty = dirty
  }
}

extension Footprint {
  /// The processes' own dirty memory by category, all but the kernel together.
  ///
  /// In the order in which the categories first appear.
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
