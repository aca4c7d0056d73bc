/// Divides a fleet into groups.
struct FleetGrouping {
  /// Groups that are large enough: builds first, then models over all builds.
  private(set) var groups: [(kind: FleetGroup.Kind, machines: [Int], judged: [Int])] = []
  /// Groups that are too small to have a baseline.
  private(set) var tooFew: [(kind: FleetGroup.Kind, machines: [Int])] = []
  /// Machines with an unknown model or kernel.
  private(set) var unknown: [Int] = []

  init(_ machines: [FleetMachine], least: Int) {
    var builds: [FleetGroup.Kind: [Int]] = [:]
    for (place, machine) in machines.enumerated() {
      if let kind = FleetGroup.Kind(machine) {
        builds[kind, default: []].append(place)
      } else {
        unknown.append(place)
      }
    }
    var pools: [FleetGroup.Kind: [Int]] = [:]
    var waiting: [FleetGroup.Kind: [FleetGroup.Kind]] = [:]
    for kind in builds.keys.sorted(by: FleetGroup.Kind.order) {
      let machines = builds[kind] ?? []
      pools[kind.overBuilds, default: []] += machines
      if kind.build != nil, machines.count >= least {
        groups.append((kind, machines, machines))
      } else {
        waiting[kind.overBuilds, default: []].append(kind)
      }
    }
    for (pool, kinds) in waiting.sorted(by: { FleetGroup.Kind.order($0.key, $1.key) }) {
      let all = pools[pool] ?? []
      if all.count >= least {
        groups.append((pool, all, kinds.flatMap { builds[$0] ?? [] }))
      } else {
        tooFew += kinds.map { ($0, builds[$0] ?? []) }
      }
    }
  }
}
