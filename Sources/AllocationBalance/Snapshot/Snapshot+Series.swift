internal import MemorySections

extension Snapshot {
  /// The part of a snapshot that a trend compares: a thousand of them fit into memory.
  ///
  /// Kext images and the categories of processes are left out, and so are unread lines.
  public var forSeries: Snapshot {
    Snapshot(
      archive: archive, scan: scan,
      sections: sections.compactMap { section in
        guard section.kind != .kextstat else { return nil }
        let content: (any MemorySection)? =
          (section.content as? Footprint)?.withoutProcessCategories ?? section.content
        let coverage = Coverage(
          bytes: section.coverage.bytes, rows: section.coverage.rows,
          unreadLineCount: section.coverage.unreadLineCount, isWhole: section.coverage.isWhole,
          endReason: section.coverage.endReason, failure: section.coverage.failure)
        return Section(
          kind: section.kind, member: section.member, coverage: coverage, content: content)
      })
  }
}
