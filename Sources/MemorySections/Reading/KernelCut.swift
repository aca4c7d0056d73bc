/// Cuts the kernel's part out of a member that also lists processes.
///
/// The output is again a text of the same tool, with unchanged lines.
public protocol KernelCut: AnyObject {
  /// The ranges of lines kept so far, by line number in the whole text.
  var keptLines: [ClosedRange<Int>] { get }

  /// Whether lines of the kernel were left out, since they are in more ranges than are kept.
  var isCut: Bool { get }

  /// Whether the member is JSON, which has no lines to choose from.
  var isJSON: Bool { get }

  /// Reads the member's next bytes, split anywhere.
  func read(_ bytes: RawSpan)

  /// Ends the member.
  ///
  /// - Parameter isWhole: false when the member was cut short; half a line at its end is dropped.
  func finish(isWhole: Bool)
}

extension KernelCut {
  /// Nothing is left out.
  public var isCut: Bool { false }

  /// The tool prints no JSON.
  public var isJSON: Bool { false }
}

extension SectionKind {
  /// The cut for a member of this kind; nil when the whole member is about the kernel.
  ///
  /// - Parameter keep: receives each kept line, without its line end.
  /// - Returns: the cut, before any byte is read.
  public func kernelCut(keep: @escaping (Span<UInt8>) -> Void) -> (any KernelCut)? {
    switch self {
    case .footprint: FootprintKernelCut(keep: keep)
    case .top: TopKernelCut(keep: keep)
    default: nil
    }
  }
}
