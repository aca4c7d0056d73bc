public import AllocationBalance
public import MemorySections

/// Compares two machines by what each has accumulated since a clean boot.
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
  /// The kernel as a whole; nil when the four archives share no source for it.
  public let kernel: Accumulation?
  /// The kernel's components, sorted by the difference of their accumulations, largest first.
  public let components: [Accumulation]
  /// Sentences on what makes the four hard to compare.
  public let caveats: [String]

  /// Compares two machines, each with its own clean boot.
  public init(old: Snapshot, new: Snapshot, oldClean: Snapshot, newClean: Snapshot) {
    let all = [oldClean, old, newClean, new]
    let origin = KernelFigure.commonOrigin(all)
    comparison = Comparison(old, new)
    self.old = Comparison(oldClean, old)
    self.new = Comparison(newClean, new)
    kernel = Self.kernel(all, origin)
    components = Self.components(all, origin)
    caveats = Self.caveats(old: self.old, new: self.new, origin)
  }

  private static func kernel(
    _ all: [Snapshot], _ origin: KernelFigure.Origin?
  ) -> Accumulation? {
    guard let origin else { return nil }
    let figures = all.map { KernelFigure($0, from: origin)?.quantity }
    return Accumulation(name: "kernel", sizes: figures)
  }

  private static func components(
    _ all: [Snapshot], _ origin: KernelFigure.Origin?
  ) -> [Accumulation] {
    let sizes = all.map { SizesByName(kernelOf: $0, by: origin).sizes }
    return Set(sizes.flatMap(\.keys))
      .map { name in Accumulation(name: name, sizes: sizes.map { $0[name] }) }
      .sorted {
        ($0.difference.bytes.magnitude, $1.name) > ($1.difference.bytes.magnitude, $0.name)
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
  /// The component's name.
  public let name: String
  /// The size on the first machine, freshly booted; nil when absent.
  public let oldClean: Quantity?
  /// The current size on the first machine; nil when absent.
  public let oldNow: Quantity?
  /// The size on the second machine, freshly booted; nil when absent.
  public let newClean: Quantity?
  /// The current size on the second machine; nil when absent.
  public let newNow: Quantity?

  /// The first machine's growth since its clean boot.
  public var oldAbove: Quantity { (oldNow ?? .zero) - (oldClean ?? .zero) }

  /// The second machine's growth since its clean boot.
  public var newAbove: Quantity { (newNow ?? .zero) - (newClean ?? .zero) }

  /// How much more the second machine has accumulated than the first.
  public var difference: Quantity { newAbove - oldAbove }

  /// Creates a component from its four sizes: old clean, old, new clean, new.
  init(name: String, sizes: [Quantity?]) {
    self.name = name
    (oldClean, oldNow, newClean, newNow) = (sizes[0], sizes[1], sizes[2], sizes[3])
  }
}
