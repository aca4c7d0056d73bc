public import AllocationBalance
public import MemorySections

/// Compares how much two machines have accumulated, each since its own clean boot.
///
/// A machine's kernel needs a certain amount right after boot, depending on hardware and OS.
/// Subtracting it removes differences between machines and leaves what was allocated since.
public struct BaselineComparison: Sendable {
  /// The comparison of the two machines' current states.
  public let comparison: Comparison
  /// The first machine: freshly booted against now.
  public let old: Comparison
  /// The second machine: freshly booted against now.
  public let new: Comparison
  /// The first machine's growth in its two parts; nil when the archives share no source for them.
  public let oldGrowth: KernelGrowth?
  /// The second machine's growth in its two parts; nil when the archives share no source for them.
  public let newGrowth: KernelGrowth?
  /// The kernel as a whole; nil when the four archives share no source for it.
  public let kernel: Accumulation?
  /// The kernel's components, sorted by the difference of their accumulations, largest first.
  public let components: [Accumulation]
  /// Sentences on what makes the four hard to compare.
  public let caveats: [String]

  /// Compares two machines, each with its own clean boot.
  public init(old: Snapshot, new: Snapshot, oldClean: Snapshot, newClean: Snapshot) {
    let all = [oldClean, old, newClean, new]
    let basis = KernelBasis(all)
    comparison = Comparison(old, new)
    self.old = Comparison(oldClean, old)
    self.new = Comparison(newClean, new)
    let measure = KernelGrowth.commonMeasure(all, basis)
    oldGrowth = measure.flatMap { KernelGrowth(oldClean, old, $0, basis) }
    newGrowth = measure.flatMap { KernelGrowth(newClean, new, $0, basis) }
    kernel = Self.kernel(all, basis)
    components = Self.components(all.map { basis.components($0) ?? .missing })
    caveats = Self.caveats(old: self.old, new: self.new, basis.origin)
  }

  private static func kernel(_ all: [Snapshot], _ basis: KernelBasis) -> Accumulation? {
    guard basis.origin != nil else { return nil }
    // Below the wired table the figure is no more than the zones.
    let name = basis.origin == .zones ? "zones" : "kernel"
    let tables = all.map { snapshot in
      SizesByName([basis.figure(snapshot)], isWhole: false, name: { _ in name }, size: \.self)
    }
    return Accumulation(name: name, tables)
  }

  private static func components(_ tables: [SizesByName]) -> [Accumulation] {
    Set(tables.flatMap(\.sizes.keys)).map { Accumulation(name: $0, tables) }
      .sorted {
        ($0.magnitude, $1.name) > ($1.magnitude, $0.name)
      }
  }

  private static func caveats(
    old: Comparison, new: Comparison, _ origin: KernelFigure.Origin?
  ) -> [String] {
    var caveats: [String] = []
    if origin == nil {
      caveats.append("the kernel cannot be compared: no source for it is in all four archives")
    }
    for (which, pair) in [("first", old), ("second", new)] {
      if pair.relation.isSameMachine == false {
        caveats.append("the \(which) machine and its clean boot are two machines")
      }
      if let build = pair.old.build, let other = pair.new.build, build != other {
        caveats.append("the \(which) machine's clean boot ran another build: \(build), \(other)")
      }
      if pair.relation.isSameBoot == true {
        caveats.append("the \(which) clean boot is of the same boot as the archive it is taken off")
      }
    }
    return caveats
  }
}

/// One component on two machines: freshly booted, now, and the difference.
public struct Accumulation: Sendable, Hashable {
  /// The first machine, from its clean boot to now.
  public let old: Change
  /// The second machine, from its clean boot to now.
  public let new: Change

  /// The component's name.
  public var name: String { old.name }

  /// How much more the second machine has accumulated than the first; nil when unknown.
  public var difference: Quantity? {
    old.delta.flatMap { older in new.delta.map { $0 - older } }
  }

  /// The sort key: the difference, or zero when it is unknown.
  fileprivate var magnitude: UInt { difference?.bytes.magnitude ?? 0 }

  /// Takes a component from four tables: old clean, old, new clean, new.
  init(name: String, _ tables: [SizesByName]) {
    old = Change(name: name, from: tables[0], to: tables[1])
    new = Change(name: name, from: tables[2], to: tables[3])
  }
}
