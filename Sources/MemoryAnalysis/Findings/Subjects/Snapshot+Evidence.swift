internal import AllocationBalance
internal import MemorySections

/// Rows of a snapshot as evidence.
extension Snapshot {
  /// The row that a size was read from, shown as `text`; none for a size that is not known.
  ///
  /// For a sum over rows, it is the member of `kind` that is used.
  func evidence(_ kind: SectionKind, _ size: Quantity?, _ text: String) -> [Evidence] {
    guard let size, let member = size.source?.member ?? section(kind)?.member else { return [] }
    return [Evidence(member: member, line: size.line, text: text)]
  }

  /// The source row of the kernel's figure; for the wired table, its printed total.
  func evidence(of kernel: KernelFigure) -> [Evidence] {
    let text = "kernel \(SizeText.short(kernel.quantity.bytes)) (\(kernel.origin.rawValue))"
    switch kernel.origin {
    case .wiredTable:
      return evidence(.zprint, zprint?.printedTotal?.accounted ?? zprint?.zonesRow, text)
    case .kernelTask: return evidence(.footprint, kernel.quantity, text)
    case .zones: return evidence(.zprint, kernel.quantity, text)
    case .vmStatWired: return evidence(.vmStat, kernel.quantity, text)
    case .topWired: return evidence(.top, kernel.quantity, text)
    }
  }
}
