/// The dirty memory of one category in all processes except the kernel.
public struct CategoryTotal: Sendable, Hashable, Codable {
  /// The category's name.
  public let name: String
  /// Dirty bytes, including swapped and compressed ones; shared memory is not included.
  public fileprivate(set) var dirty: Quantity

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
    for process in processes where !process.isKernel {
      // A category is large: what is not asked for is not copied.
      let categories = process.categories
      for index in categories.indices {
        let (name, dirty) = (categories[index].name, categories[index].dirty)
        if let place = places[name] {
          totals[place].dirty += dirty
        } else {
          places[name] = totals.count
          totals.append(CategoryTotal(name: name, dirty: dirty))
        }
      }
    }
    return totals
  }
}
