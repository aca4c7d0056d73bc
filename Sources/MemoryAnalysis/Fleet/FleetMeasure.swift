internal import MemorySections

/// A quantity that each machine of a fleet has.
public struct FleetMeasure: Sendable, Hashable {
  /// The kind of quantity.
  public let kind: Kind
  /// The name of the zone family, wired tag, kext or category; or `kernel`, `kernelShare`.
  public let name: String

  /// A kind of measure.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// The kernel as a whole, in bytes.
    case kernel
    /// The kernel's share of kernel plus user memory, 0 to 1.
    case kernelShare
    /// A zone family, independent of its heap's name in this build.
    case zone
    /// A subsystem's wired memory outside zones, or the allocations of one site in the kernel.
    case tag
    /// The allocations of an Apple kext.
    case kextHeap
    /// The allocations of a third-party kext.
    case thirdPartyKextHeap
    /// Memory set aside at boot; it depends on the hardware.
    case bootMemory
    /// A category of footprint's kernel_task of unknown kind.
    case category
    /// The processes of one app.
    case app

    /// Whether it is a part of the kernel, disjoint from all other parts.
    public var isPart: Bool { self != .kernel && self != .kernelShare && self != .app }
  }

  /// Creates a measure.
  public init(_ kind: Kind, _ name: String) {
    self.kind = kind
    self.name = name
  }

  /// The kernel as a whole.
  public static let kernel = FleetMeasure(.kernel, "kernel")
  /// The kernel's share of kernel plus user memory.
  public static let kernelShare = FleetMeasure(.kernelShare, "kernelShare")

  /// Whether a machine can be an outlier by this measure.
  ///
  /// Memory set aside at boot does not leak, but it still counts as part of an excess.
  var isJudged: Bool { kind != .bootMemory }

  /// The name as zprint prints it: `zone data.kalloc.1024`, `VM_KERN_MEMORY_PTE`.
  public var text: String {
    switch kind {
    case .kernelShare: "kernel share"
    case .zone: "zone \(name)"
    case .kextHeap, .thirdPartyKextHeap: "heap of \(name)"
    case .kernel, .tag, .bootMemory, .category, .app: name
    }
  }

  /// A row of the wired table that does not belong to a kext; nil for memory wired by user
  /// processes.
  public static func wired(_ name: String) -> FleetMeasure? {
    if name == "VM_KERN_MEMORY_MLOCK" { return nil }
    return FleetMeasure(name.hasPrefix("VM_KERN_COUNT_") ? .bootMemory : .tag, name)
  }

  /// The allocations of a kext.
  public static func kextHeap(_ name: String) -> FleetMeasure {
    FleetMeasure(Kext.isThirdParty(bundle: name) ? .thirdPartyKextHeap : .kextHeap, name)
  }
}
