/// footprint's kernel_task: built from zones and wired sites, not from a walk over pages.
enum KernelTaskMaker {
  /// One category for each zone (kalloc zones of one element size together) and each wired site.
  static func process(_ machine: Machine) -> Machine.Process {
    var categories = machine.zones.map(category)
    categories += machine.countedWired.filter { $0.size > 0 }.map(category)
    if machine.zoneBytes > 0, !machine.wired.isEmpty {
      categories.append(
        Machine.Category(
          name: "VM_KERN_MEMORY_ZONE", detail: "(hidden)", clean: machine.zoneBytes))
    }
    var process = ProcessMaker.process("kernel_task", 0, page: machine.pageSize)
    process.own.categories = merged(categories).sorted(by: Machine.Category.isAbove)
    process.peak = 64.mib
    return process
  }

  private static func category(_ zone: Machine.Zone) -> Machine.Category {
    let held = zone.current - zone.collectable
    return Machine.Category(
      name: zone.name.contains("kalloc") ? "kalloc.\(zone.element)" : zone.name, dirty: held,
      reclaimable: zone.collectable, wired: held, regions: zone.capacity)
  }

  private static func category(_ row: Machine.Wired) -> Machine.Category {
    if row.name == "VM_KERN_MEMORY_MLOCK" {
      return Machine.Category(name: row.name, detail: "(user wired)", clean: row.size)
    }
    return Machine.Category(name: row.name, dirty: row.size, wired: row.size)
  }

  /// Categories of one name as one row.
  static func merged(_ categories: [Machine.Category]) -> [Machine.Category] {
    var merged: [Machine.Category] = []
    var places: [[String?]: Int] = [:]
    for category in categories {
      let key = [category.name, category.detail]
      if let place = places[key] {
        merged[place].add(category)
      } else {
        places[key] = merged.count
        merged.append(category)
      }
    }
    return merged
  }
}

extension Machine.Category {
  /// Adds another's memory to this one's.
  mutating func add(_ other: Machine.Category) {
    dirty += other.dirty
    swapped += other.swapped
    clean += other.clean
    reclaimable += other.reclaimable
    wired += other.wired
    regions += other.regions
  }

  /// footprint's order: the largest dirty memory first.
  static func isAbove(_ one: Machine.Category, _ other: Machine.Category) -> Bool {
    (-one.dirty, -one.reclaimable, -one.clean, one.name)
      < (-other.dirty, -other.reclaimable, -other.clean, other.name)
  }
}
