#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

public import MemorySections

/// Why zprint's total and the size shown for `kernel_task` differ, on this machine.
///
/// The question that this tool was made for: a `kernel_task` of 1.5 GB beside a zprint total of
/// 726 MB. The answer depends on the release; which components lie outside is data
/// (`Resources/ReconciliationData.swift`), their bytes are this archive's. Source: `formats.md` §4.3.
public struct Reconciliation: Sendable {
  /// What zprint's total means on this release.
  public let title: String
  /// What it includes that one might look for outside.
  public let inside: String
  /// zprint's total of the zones; nil when the sizes are redacted.
  public let zones: Quantity?
  /// What lies outside of it.
  public let outside: [Component]

  /// Something that is the kernel's, or is taken for it, and that zprint's total leaves out.
  public struct Component: Sendable, Hashable {
    /// What it is.
    public let name: String
    /// Its bytes in this archive; nil when no section says.
    public let quantity: Quantity?
    /// Where the bytes stand, or why they cannot be known.
    public let why: String
  }

  /// Explains the difference for a snapshot; nil without zprint.
  public init?(_ snapshot: Snapshot) {
    guard let zprint = snapshot.zprint,
      let rule = Self.rules.first(where: { $0.covers(zprint.generation) })
    else { return nil }
    title = rule.title
    inside = rule.inside
    zones = zprint.zonesSize
    outside = rule.outside.map { component in
      Component(
        name: component.component,
        quantity: component.measure.flatMap { Self.measure($0, snapshot, zprint) },
        why: component.why)
    }
  }

  private static func measure(
    _ measure: Rule.Measure, _ snapshot: Snapshot, _ zprint: Zprint
  ) -> Quantity? {
    let mlock = zprint.mlock
    return switch measure {
    case .outsideZones: snapshot.kernelOutsideZones
    case .kextImages: snapshot.kextstat?.imageSize
    case .wiredTags: sum(zprint) { $0.kind == .tag && $0 != mlock || $0.kind == .site }
    case .pageTables:
      sum(zprint) { ["VM_KERN_MEMORY_PTE", "VM_KERN_MEMORY_PMAP"].contains($0.name) }
    case .stacks: sum(zprint) { $0.name == "VM_KERN_MEMORY_STACK" }
    case .kextHeap: zprint.kextHeap
    case .bootCounters: sum(zprint) { $0.kind == .counter }
    case .mlock: mlock?.size
    case .compressor: snapshot.vmStat?.size(.occupiedByCompressor)
    case .wiredRemainder:
      // The two are of different moments: a table that holds more leaves nothing that can be told.
      zip(snapshot.vmStat?.size(.wired), zprint.managedWired).map { $0 - $1 }
        .flatMap { $0.bytes < 0 ? nil : $0 }
    }
  }

  /// The sum of some rows of the wired table; nil when there are none.
  private static func sum(_ zprint: Zprint, where isMeant: (WiredRow) -> Bool) -> Quantity? {
    let rows = zprint.wired.filter(isMeant)
    return rows.isEmpty ? nil : rows.map(\.size).sum()
  }

  private static func zip<A, B>(_ left: A?, _ right: B?) -> (A, B)? {
    guard let left, let right else { return nil }
    return (left, right)
  }
}

extension Reconciliation {
  /// The data that the explanations come from, as JSON.
  package static var shippedText: String { ReconciliationData.json }

  static let rules =
    (try? JSONDecoder().decode([Rule].self, from: Data(ReconciliationData.json.utf8))) ?? []

  /// What lies outside zprint's total on a range of releases.
  struct Rule: Decodable {
    let oldest: String
    let newest: String
    let title: String
    let inside: String
    let outside: [Component]

    struct Component: Decodable {
      let component: String
      let why: String
      let measure: Measure?
    }

    /// A figure of the snapshot that a component's bytes are.
    enum Measure: String, Decodable {
      case kextImages, wiredTags, pageTables, stacks, kextHeap, bootCounters, mlock, compressor
      case wiredRemainder, outsideZones
    }

    /// Whether the rule holds of a text.
    ///
    /// From 10.11 on a wired table tells what a total leaves out: a text that may be older or newer
    /// than that has the rule that goes from the first layout to the last.
    func covers(_ generation: ZprintGeneration) -> Bool {
      let isUndecided = generation.oldest <= .c && generation.newest > .c
      let coversAll = oldest == "A" && newest == "I"
      guard isUndecided == coversAll else { return false }
      return generation.oldest.rawValue >= oldest && generation.oldest.rawValue <= newest
    }
  }
}
