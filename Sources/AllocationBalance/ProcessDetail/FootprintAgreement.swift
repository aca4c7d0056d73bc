public import MemorySections

/// One category of footprint beside the same memory in vmmap.
///
/// footprint's Dirty holds swapped memory; vmmap's does not. Source: <doc:InsideAProcess>.
public struct FootprintAgreement: Sendable, Hashable {
  /// The category as footprint names it.
  public let category: String
  /// The category's dirty memory, swapped memory included.
  public let byFootprint: Quantity
  /// What the same types of region add to the footprint, by vmmap.
  public let byVmmap: Quantity

  /// The difference, positive where vmmap shows more.
  public var difference: Quantity { byVmmap - byFootprint }

  /// Whether the two agree: within their rounding, or within 3 % and 1 MiB.
  ///
  /// The tools run one after the other, and a process does not stand still.
  public var agrees: Bool {
    let difference = self.difference
    let margin = max(byFootprint.bytes / 100 * 3, 1 << 20)
    return difference.bytes.magnitude <= difference.tolerance.magnitude + margin.magnitude
  }
}

extension ProcessDetail {
  /// footprint's categories that vmmap has too, the largest first; empty unless both are there.
  public var agreements: [FootprintAgreement] {
    guard let vmmap = vmmap?.content, vmmap.total != nil, let footprintProcess else { return [] }
    var sizes: [String: Quantity] = [:]
    for type in vmmap.regions {
      guard let size = type.footprint else { continue }
      sizes[type.footprintCategory, default: .zero] += size
    }
    return footprintProcess.categories.compactMap { category in
      sizes[RegionType.plainCategory(category.name)].map { size in
        FootprintAgreement(
          category: category.name, byFootprint: category.dirty, byVmmap: size)
      }
    }.sorted { $0.byFootprint.bytes > $1.byFootprint.bytes }
  }
}

extension RegionType {
  /// The category that footprint counts the type in, in the form of `plainCategory`.
  var footprintCategory: String {
    var name = commonName
    for ending in [" (empty)", " (reserved)"] where name.hasSuffix(ending) {
      name = String(name.dropLast(ending.count))
    }
    // The bookkeeping of malloc as a whole is a category of its own.
    if name.hasSuffix(" metadata"), name != "malloc metadata" { name = String(name.dropLast(9)) }
    if name.hasPrefix("memory tag "), let tag = Int(name.dropFirst(11)), tag >= 240, tag < 256 {
      return "app-specific tag \(tag - 239)"
    }
    return Self.sameNames[name] ?? name
  }

  /// A category's name without the differences between releases.
  static func plainCategory(_ name: String) -> String {
    let name = name.lowercased().replacing("_", with: " ")
    return footprintNames[name] ?? name
  }

  /// vmmap's names that footprint has others for.
  private static let sameNames = [
    "owned unmapped (graphics)": "owned physical footprint (unmapped) (graphics)",
    "owned unmapped": "owned physical footprint (unmapped)",
    "owned unmapped memory": "owned physical footprint (unmapped)",
    "page table in kernel": "page table", "vm allocate": "untagged",
    "kernel alloc once": "os alloc once", "image io": "imageio",
    "unused but dirty shlib   data": "unused dyld shared cache area",
  ]

  /// footprint's names of one release and those of the others.
  private static let footprintNames = [
    "untagged (vm allocate)": "untagged", "vm allocate": "untagged",
    "kernel alloc once": "os alloc once",
  ]
}
