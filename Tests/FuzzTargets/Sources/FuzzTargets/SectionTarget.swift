import MemorySections

/// A section's parser: the result does not depend on how the bytes are split, and its counts add
/// up.
enum SectionTarget {
  /// The sections without a target of their own, by the selector byte before the text.
  static let selectable: [(SectionKind, String)] = SectionKind.allCases
    .filter { ![.zprint, .footprint, .kextstat].contains($0) }
    .flatMap { kind in kind.descriptor.members.map { (kind, $0.fileName) } }

  static func run(selecting bytes: UnsafeRawBufferPointer) {
    guard let selector = bytes.first else { return }
    let (kind, member) = selectable[(Int(selector) + 256 - 0x30) % selectable.count]
    run(UnsafeRawBufferPointer(rebasing: bytes.dropFirst()), kind: kind, member: member)
  }

  @discardableResult
  static func run(
    _ bytes: UnsafeRawBufferPointer, kind: SectionKind, member: String
  ) -> Section {
    let whole = read([bytes], kind, member)
    let pieces = read(Pieces(bytes: bytes), kind, member)
    require(whole == pieces, "\(kind): cut differently, another section:\n\(whole)\n\(pieces)")
    check(whole, of: bytes)
    let broken = read([bytes], kind, member, isWhole: false)
    require(!broken.coverage.isWhole, "\(kind): half a member passes for a whole one")
    require(broken.coverage.rows <= whole.coverage.rows, "\(kind): half a line was read")
    return whole
  }

  static func read(
    _ pieces: some Sequence<UnsafeRawBufferPointer>, _ kind: SectionKind, _ member: String,
    isWhole: Bool = true
  ) -> Section {
    let reader = SectionCatalog.reader(for: kind, member: member)
    for piece in pieces { reader.read(piece.bytes) }
    return reader.finish(isWhole: isWhole)
  }

  private static func check(_ section: Section, of bytes: UnsafeRawBufferPointer) {
    let coverage = section.coverage
    let lines = bytes.count { $0 == 0x0A } + 1
    require(coverage.bytes == bytes.count, "bytes are miscounted")
    require(coverage.rows + coverage.unreadLineCount <= lines, "more rows than lines")
    require(coverage.unreadLines.count <= Coverage.keptUnreadLines, "too many lines are kept")
    require(coverage.unreadLines.allSatisfy { (1...lines).contains($0.line) }, "no such line")
    require((section.content == nil) == (coverage.failure != nil), "a failure without a reason")
    for quantity in quantities(section.content) { check(quantity, lines: lines) }
  }

  private static func check(_ quantity: Quantity, lines: Int) {
    require(quantity.tolerance >= 0, "a tolerance below zero")
    require(
      abs(quantity.bytes) <= Quantity.largestBelieved * 4096, "a size beyond belief: \(quantity)")
    if let line = quantity.line { require((1...lines).contains(line), "no such line") }
  }

  /// The quantities of the three sections with many; the others have few fields and other checks.
  private static func quantities(_ content: (any MemorySection)?) -> [Quantity] {
    switch content {
    case let zprint as Zprint:
      zprint.zones.compactMap(\.current) + zprint.zones.map(\.used)
        + [zprint.zonesSize].compactMap { $0 }
    case let footprint as Footprint: footprint.processes.compactMap(\.footprint)
    case let kextstat as Kextstat: kextstat.kexts.compactMap(\.size)
    default: []
    }
  }
}
