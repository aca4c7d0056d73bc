/// The lean Mac's zones: a leak to the byte, caches that grow, noise in the others.
extension LeanMac {
  /// The zones right after boot, the same in every capture.
  private static var baseZones: [Machine.Zone] {
    let maker = ZoneMaker(random: StableRandom("lean zones"), page: page)
    let named = maker.named(column: 3, scale: 0.7).filter { $0.current >= 1900.kib }
    let data = maker.heap(
      "data.", 96.mib, sizes: [64, 128, 256, 512, element, 2048, 4096, 8192, 16384])
    let all = maker.types(200.mib, most: 2)
    let types = stride(from: 0, to: all.count, by: 2).map { all[$0] }
      .filter { typeSizes.contains($0.element) }
    return named + maker.heap("data_shared.", 18.mib, sizes: [64, 512, 2048, 4096]) + data + types
  }

  private static let typeSizes: Set = [
    16, 32, 64, 128, 160, 192, 256, 288, 384, 512, 576, 768, 1024, 1280, 2048, 4096,
  ]

  static func zones(_ moment: LeanMoment) -> [Machine.Zone] {
    let random = StableRandom("\(moment.name) zones")
    let base = baseZones
    let cached = base.filter { caches.contains($0.name) }.map(\.current).reduce(0, +)
    return base.map { zone in
      if zone.name == leak { return leaking(moment) }
      guard caches.contains(zone.name) else {
        return resized(zone, moment.drift(zone.current / zone.allocation, random), moment)
      }
      let share = Double(moment.caches * zone.current) / Double(cached)
      let chunks = (share / Double(zone.allocation)).rounded(.toNearestOrEven)
      return resized(zone, Int(chunks), moment)
    }
  }

  /// The zone with more or fewer chunks, equally full.
  ///
  /// Its lifetime allocations grow with the time since boot.
  private static func resized(
    _ zone: Machine.Zone, _ chunks: Int, _ moment: LeanMoment
  ) -> Machine.Zone {
    var resized = zone
    let (element, chunk) = (zone.element, zone.allocation)
    resized.current += chunks * chunk
    let count = resized.capacity
    resized.inUse = min(count, zone.inUse * count / zone.capacity)
    resized.collectable = min(
      zone.collectable, (resized.current - resized.used).roundedDown(to: chunk))
    let top = (zone.current * 26 / 25).roundedDown(to: chunk)
    resized.maximum = max(zone.maximum, resized.current, top)
    let turned = (zone.lifetime * moment.seconds() / 36_000).roundedDown(to: element)
    resized.lifetime = (zone.current * 26 / 25).roundedDown(to: element) + turned
    return resized
  }

  /// Full pages except for the last eight, and twelve that are reclaimable.
  ///
  /// Its size grows exactly with its elements.
  private static func leaking(_ moment: LeanMoment) -> Machine.Zone {
    let held = moment.elements() * element
    precondition(held % page == 0, "\(moment.name) leaks parts of pages")
    let free = 12 * page
    let size = held + 8 * page + free
    return Machine.Zone(
      name: leak, element: element, current: size,
      maximum: moment.leaks ? size + 3 * page : usual * page * 21 / 20,
      inUse: moment.elements(), allocation: page, collectable: free,
      lifetime: held + moment.seconds() * 9000 * element, flags: ["C"])
  }
}
