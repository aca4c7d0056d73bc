@testable import MachineGenerator

/// Changes that keep a machine plausible: parts within wholes, peaks above sizes.
extension Machine {
  /// Grows an owner, or shrinks it for negative `bytes`; a missing owner stays missing.
  mutating func grow(_ holder: Holder, by bytes: Int) {
    switch holder {
    case .zone(let name):
      if let place = zones.firstIndex(where: { $0.name == name }) { growZone(place, by: bytes) }
    case .tag(let name), .kext(let name):
      if let place = wired.firstIndex(where: { $0.name == name }) { growWired(place, by: bytes) }
    case .process(let name):
      if let place = processes.firstIndex(where: { $0.name == name }) {
        growProcess(place, by: bytes)
      }
    }
  }

  /// Changes everything by up to `bytes` up or down.
  mutating func shake(by bytes: Int, _ random: inout SeededRandom) {
    guard bytes > 0 else { return }
    for place in zones.indices { growZone(place, by: random.int(-bytes...bytes)) }
    for place in wired.indices { growWired(place, by: random.int(-bytes...bytes)) }
    for place in processes.indices where processes[place].pid != 0 {
      growProcess(place, by: random.int(-bytes...bytes))
    }
  }

  /// Zones grow by whole pages, and the growth is in use.
  private mutating func growZone(_ place: Int, by bytes: Int) {
    var zone = zones[place]
    let pages = bytes / 4096 * 4096
    zone.current = max(zone.current + pages, 0)
    zone.inUse = min(max(zone.inUse + pages / zone.element, 0), zone.current / zone.element)
    zone.collectable = min(zone.collectable, zone.current - zone.used)
    zone.maximum = max(zone.maximum, zone.current)
    zones[place] = zone
  }

  private mutating func growWired(_ place: Int, by bytes: Int) {
    wired[place].size = max(wired[place].size + bytes, 0)
    if let peak = wired[place].peak { wired[place].peak = max(peak, wired[place].size) }
  }

  private mutating func growProcess(_ place: Int, by bytes: Int) {
    guard !processes[place].own.categories.isEmpty else { return }
    let dirty = max(processes[place].own.categories[0].dirty + bytes, 0)
    processes[place].own.categories[0].dirty = dirty
    processes[place].own.categories[0].swapped = 0
    processes[place].own.categories[0].wired = 0
    processes[place].peak = processes[place].footprint
  }

  /// Gives kexts and dynamic tags the numbers of another boot.
  mutating func renumber(by step: Int) {
    for place in kexts.indices {
      kexts[place].index = kexts[place].index.map { $0 + step }
      kexts[place].links = kexts[place].links.map { $0 + step }
    }
    for place in wired.indices {
      switch wired[place].kind {
      case .kext(let loadTag):
        wired[place].kind = .kext(loadTag: loadTag + step)
        wired[place].tag += step
      case .site: wired[place].tag += step
      case .tag, .counter, .breakdown: break
      }
    }
  }

  /// Removes a kext and its allocations.
  mutating func unload(_ kext: String) {
    kexts.removeAll { $0.name == kext }
    wired.removeAll { $0.name == kext }
  }
}
