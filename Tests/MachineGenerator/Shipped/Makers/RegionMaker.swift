/// The regions of a process, whose memory adds up to its categories.
struct RegionMaker {
  let machine: Machine

  func regions(_ process: Machine.Process) -> [Machine.Region] {
    let random = StableRandom("\(machine.identity.name)\(process.pid)")
    let page = machine.pageSize
    var address = 0x1_0000_0000 + process.pid * 0x100_0000
    return process.own.categories.flatMap { category in
      split(category, random).map { part in
        let held = part.dirty + part.clean + part.reclaimable
        let size = held.roundedDown(to: page) + page
        address += random.int(0...64) * page
        defer { address += size }
        return Machine.Region(
          start: part.name == "IOAccelerator" ? nil : address, size: size,
          object: random.bits(36), memory: part)
      }
    }
  }

  /// Memory spread over regions by page, the remainder in the first.
  private func split(
    _ category: Machine.Category, _ random: StableRandom
  ) -> [Machine.Category] {
    let page = machine.pageSize
    let empty = Machine.Category(name: category.name, detail: category.detail)
    var parts = [Machine.Category](repeating: empty, count: category.regions)
    for key in [\Machine.Category.dirty, \.clean, \.reclaimable] {
      var rest = category[keyPath: key]
      for place in parts.indices.dropFirst() {
        let most = max(0, rest / page / parts.count * 2)
        let share = min(rest, random.int(0...most) * page)
        parts[place][keyPath: key] = share
        rest -= share
      }
      parts[0][keyPath: key] = rest
    }
    for key in [\Machine.Category.swapped, \.wired] {
      var rest = category[keyPath: key]
      for place in parts.indices {
        let dirty = parts[place].dirty
        let share = min(rest, dirty * random.int(0...3) / 2, dirty).roundedDown(to: page)
        parts[place][keyPath: key] = share
        rest -= share
      }
      for place in parts.indices {
        let share = min(rest, parts[place].dirty - parts[place][keyPath: key])
        parts[place][keyPath: key] += share
        rest -= share
      }
    }
    return parts
  }
}
