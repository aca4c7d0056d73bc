#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

public import MemorySections

/// Why zprint's total and the size shown for `kernel_task` differ on this machine.
///
/// This tool was made for that question: a `kernel_task` of 1.5 GB beside a zprint total of 726 MB.
/// The answer depends on the release. The components missing from the total are data
/// (`Resources/ReconciliationData.swift`); their bytes come from this archive.
/// Source: <doc:ZprintAndKernelTask>.
public struct Reconciliation: Sendable {
  /// The meaning of zprint's total on this release.
  public let title: String
  /// The parts that it includes, although one might expect them elsewhere.
  public let inside: String
  /// zprint's total of the zones; nil when the sizes are redacted.
  public let zones: Quantity?
  /// The components that are not in the total.
  public let outside: [Component]

  /// Kernel memory, or memory taken for it, that is not in zprint's total.
  public struct Component: Sendable, Hashable {
    /// The component's name.
    public let name: String
    /// Its bytes in this archive; nil when no section states them.
    public let quantity: Quantity?
    /// The source of the bytes, or why they are unknown.
    public let why: String
  }

  /// Explains the difference in a snapshot; nil without zprint.
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
      // The two were taken at different times: a larger table leaves no meaningful rest.
      zip(snapshot.vmStat?.size(.wired), zprint.managedWired).map { $0 - $1 }
        .flatMap { $0.bytes < 0 ? nil : $0 }
    }
  }

  /// The sum of the matching rows of the wired table; nil when there are none.
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
  /// The data for the explanations, as JSON.
  package static var shippedText: String { ReconciliationData.json }

  static let rules =
    (try? JSONDecoder().decode([Rule].self, from: Data(ReconciliationData.json.utf8))) ?? []

  /// The components missing from zprint's total on a range of releases.
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

    /// A figure of the snapshot that gives a component's bytes.
    enum Measure: String, Decodable {
      case kextImages, wiredTags, pageTables, stacks, kextHeap, bootCounters, mlock, compressor
      case wiredRemainder, outsideZones
    }

    /// Whether the rule applies to a text.
    ///
    /// From 10.11 on a wired table shows what a total omits. A text that may be older or newer than
    /// that gets the rule for all layouts.
    func covers(_ generation: ZprintGeneration) -> Bool {
      let isUndecided = generation.oldest <= .c && generation.newest > .c
      let coversAll = oldest == "A" && newest == "I"
      guard isUndecided == coversAll else { return false }
      return generation.oldest.rawValue >= oldest && generation.oldest.rawValue <= newest
    }
  }
}
