/// Detects an archive's compression from its first bytes.
enum ArchiveFormat {
  /// The decompressed bytes of a source; gzip is inflated on a separate thread if `readsAhead`.
  ///
  /// - Throws: ``ArchiveError/Code/empty`` or ``ArchiveError/Code/unreadable`` when there is no
  ///   first byte, ``ArchiveError/Code/libarchive`` when a filter cannot be set up.
  static func blocks(
    of source: ByteSource, engine: GzipEngineKind, readsAhead: Bool = false
  ) throws(ArchiveError) -> any BlockSource {
    switch source.peek() {
    case .end:
      throw ArchiveError(.empty, archive: source.name)
    case .fault(let fault):
      throw ArchiveError(.unreadable, archive: source.name, detail: fault.message)
    case .bytes(let bytes):
      if bytes.starts(with: GzipFrame.magic) {
        return GzipStream(source, engine: engine.make(), readsAhead: readsAhead)
      }
      return try FilteredStream(source)
    }
  }
}
