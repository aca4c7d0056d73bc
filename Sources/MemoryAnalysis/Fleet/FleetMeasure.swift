internal import MemorySections

/// Something that each machine of a fleet has a size of.
public struct FleetMeasure: Sendable, Hashable {
  /// What it is.
  public let kind: Kind
  /// The zone family, the wired tag, the kext, the category; `kernel` and `kernelShare` for those.
  public let name: String

  /// What a measure is.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// The kernel as a whole, in bytes.
    case kernel
    /// The kernel's part of kernel and user together, 0 to 1.
    case kernelShare
    /// A zone family, whatever its heap is called by this build.
    case zone
    /// A subsystem's wired memory outside zones, or what one place in the kernel allocated.
    case tag
    /// What a kext of Apple's allocated.
    case kextHeap
    /// What a third-party kext allocated.
    case thirdPartyKextHeap
    /// Memory set aside at boot: a property of the machine.
    case bootMemory
    /// A category of footprint's kernel_task, of which the kind cannot be told.
    case category

    /// Whether it is a part of the kernel, apart from all other parts.
    public var isPart: Bool { self != .kernel && self != .kernelShare }
  }

  /// Creates a measure.
  public init(_ kind: Kind, _ name: String) {
    self.kind = kind
    self.name = name
  }

  /// The kernel as a whole.
  public static let kernel = FleetMeasure(.kernel, "kernel")
  /// The kernel's part of kernel and user together.
  public static let kernelShare = FleetMeasure(.kernelShare, "kernelShare")

  /// Whether a machine can stand out by it.
  ///
  /// What was set aside at boot does not leak; it counts for what makes up an excess all the same.
  var isJudged: Bool { kind != .bootMemory }

  /// How a reader finds it in zprint: `zone data.kalloc.1024`, `VM_KERN_MEMORY_PTE`.
  public var text: String {
    switch kind {
    case .kernelShare: "kernel share"
    case .zone: "zone \(name)"
    case .kextHeap, .thirdPartyKextHeap: "heap of \(name)"
    case .kernel, .tag, .bootMemory, .category: name
    }
  }

  /// A row of the wired table that is no kext's; nil for what user processes wired, which is not the
  /// kernel's.
  public static func wired(_ name: String) -> FleetMeasure? {
    if name == "VM_KERN_MEMORY_MLOCK" { return nil }
    return FleetMeasure(name.hasPrefix("VM_KERN_COUNT_") ? .bootMemory : .tag, name)
  }

  /// What a kext allocated.
  public static func kextHeap(_ name: String) -> FleetMeasure {
    FleetMeasure(Kext.isThirdParty(bundle: name) ? .thirdPartyKextHeap : .kextHeap, name)
  }
}
