internal import AllocationBalance
internal import MemorySections

/// A part of the kernel's memory, from zprint or else from footprint's kernel_task.
///
/// An ordinary archive may have no zprint. footprint builds its kernel_task from the same zone and
/// tag tables, and shows the same leak.
struct KernelRow {
  let kind: Kind
  let name: String
  let size: Quantity
  /// Whether the size is hidden and replaced by the size of the elements in use.
  var isLowerBound = false
  /// The peak of a wired row; nil when it is not printed.
  var peak: Quantity?
  /// Elements in use, or the capacity in elements; nil for anything but a zone.
  var elements: Int?

  enum Kind {
    case zone, tag, kext
    /// Memory set aside at boot or wired by user processes: never a kernel leak.
    case other
  }

  /// The row in short.
  var text: String {
    let count = elements.map { " in \(SizeText.exact($0)) elements" } ?? ""
    return "\(name) \(SizeText.short(size.bytes))\(count)"
  }
}

extension KernelRow {
  /// The rows of zprint, zones first.
  static func all(_ zprint: Zprint) -> [KernelRow] {
    let zones = zprint.zones.map { zone in
      KernelRow(
        kind: .zone, name: zone.name, size: zone.current ?? zone.used,
        isLowerBound: zone.current == nil, elements: zone.inUseCount)
    }
    let mlock = zprint.mlock
    let wired = zprint.countedWired.map { row in
      KernelRow(kind: kind(row, mlock: mlock), name: row.name, size: row.size, peak: row.peak)
    }
    return zones + wired
  }

  /// The categories of kernel_task.
  static func all(_ kernelTask: FootprintProcess) -> [KernelRow] {
    kernelTask.categories.filter { $0.dirty.bytes > 0 }.map { category in
      let kind = kind(category)
      return KernelRow(
        kind: kind, name: category.name, size: category.dirty,
        elements: kind == .zone ? category.regions : nil)
    }
  }

  private static func kind(_ row: WiredRow, mlock: WiredRow?) -> Kind {
    switch row.kind {
    case .kext: .kext
    case .tag where row == mlock: .other
    case .tag, .site: .tag
    case .counter, .breakdown: .other
    }
  }

  /// Only the name tells the kind: a zone has elements, a wired row one region.
  private static func kind(_ category: FootprintCategory) -> Kind {
    if category.name.hasPrefix("VM_KERN_COUNT_") { return .other }
    if category.name.hasPrefix("VM_KERN_MEMORY_") { return .tag }
    if category.regions > 1 { return .zone }
    let isBundle = !category.name.contains(" ") && category.name.split(separator: ".").count > 2
    return isBundle ? .kext : .tag
  }
}
