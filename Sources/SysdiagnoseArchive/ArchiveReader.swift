/// A reader of sysdiagnose archives: a tar in any usual compression, or the unpacked folder.
///
/// It makes one pass, front to back, in constant memory, and writes nothing.
public struct ArchiveReader: Sendable {
  private let input: ArchiveInput
  private let limits: ArchiveLimits
  private let engine: GzipEngineKind
  private let readsAhead: Bool
  private let takesText: Bool
  private let name: String?
  private let standardInputDescriptor: Int32
  /// Receives the progress of the reading; nil for nobody.
  public var observer: ReadingObserver?

  /// Creates a reader and opens nothing yet.
  ///
  /// - Parameters:
  ///   - input: Where the bytes come from.
  ///   - limits: Upper bounds for the scan.
  ///   - readsAhead: Whether to read and inflate on a separate thread. This is faster for one
  ///     archive, and slower when every processor already has one.
  ///   - takesText: Whether to read a plain text as an archive with one member. Otherwise a text is
  ///     not an archive.
  ///   - name: The name of the archive where the input has none, such as a stream from an object
  ///     store; nil for the input's own.
  public init(
    _ input: ArchiveInput, limits: ArchiveLimits = .standard, readsAhead: Bool = true,
    takesText: Bool = false, name: String? = nil
  ) {
    self.init(
      input, limits: limits, engine: .standard, readsAhead: readsAhead, takesText: takesText,
      name: name)
  }

  /// Lets tests choose the engine and replace standard input.
  init(
    _ input: ArchiveInput, limits: ArchiveLimits = .standard, engine: GzipEngineKind,
    readsAhead: Bool = true, takesText: Bool = false, name: String? = nil,
    standardInputDescriptor: Int32 = 0
  ) {
    self.input = input
    self.limits = limits
    self.engine = engine
    self.readsAhead = readsAhead
    self.takesText = takesText
    self.name = name
    self.standardInputDescriptor = standardInputDescriptor
  }

  /// Reads the archive and sends the bytes of the chosen members to their sinks.
  ///
  /// - Parameter choose: Called once for each member of any kind, in archive order.
  /// - Returns: How far the scan got, and what was wrong.
  /// - Throws: ``ArchiveError`` when no member can be read: the input is unreadable, empty, not an
  ///   archive, or damaged before its first member.
  public func read(
    _ choose: (ArchiveMember) -> MemberChoice
  ) throws(ArchiveError) -> ArchiveScan {
    defer { observer?(ReadingProgress(bytesRead: 0, bytes: nil, isOver: true)) }
    switch input {
    case .folder(let path):
      return try readFolder(path, choose)
    case .file(let path):
      return try readTar(ByteSource.open(path), choose)
    case .standardInput:
      let source = ByteSource(borrowing: standardInputDescriptor, name: input.displayName)
      try source.requireNoDevice()
      return try readTar(source, choose)
    }
  }

  private func readFolder(
    _ path: String, _ choose: (ArchiveMember) -> MemberChoice
  ) throws(ArchiveError) -> ArchiveScan {
    var walk = try FolderWalk(path, limits: limits, progress: progress(of: nil))
    walk.run(choose)
    return walk.record.scan(
      compressedBytes: nil, compressedBytesRead: walk.bytesRead,
      uncompressedBytesRead: walk.bytesRead, fileName: nil)
  }

  private func readTar(
    _ source: ByteSource, _ choose: (ArchiveMember) -> MemberChoice
  ) throws(ArchiveError) -> ArchiveScan {
    // Must come before reading: the source drops its first block then.
    let lack = ChecksumLack(beginning: source.peek().bytes)
    let feed = TarFeed(
      try ArchiveFormat.blocks(of: source, engine: engine, readsAhead: readsAhead),
      limits: limits, progress: progress(of: source.fileSize))
    var record: ScanRecord
    do throws(ArchiveError) {
      record = try walk(feed, size: source.fileSize, choose)
    } catch {
      throw error.after(feed.bytesRead)
    }
    if let lack { record.note(.unverified, lack.sentence) }
    return record.scan(
      compressedBytes: source.fileSize, compressedBytesRead: feed.bytesRead,
      uncompressedBytesRead: feed.bytesProduced, fileName: fileName)
  }

  /// Passes the number of bytes read to the observer; nil without one.
  private func progress(of size: Int?) -> ((Int) -> Void)? {
    observer.map { observer in { observer(ReadingProgress(bytesRead: $0, bytes: size)) } }
  }

  private func walk(
    _ feed: TarFeed, size: Int?, _ choose: (ArchiveMember) -> MemberChoice
  ) throws(ArchiveError) -> ScanRecord {
    if takesText, TextWalk.isText(feed.peek().bytes) {
      var walk = TextWalk(feed, limits: limits, name: fileName ?? input.displayName, size: size)
      walk.run(choose)
      return walk.record
    }
    var walk = try TarWalk(feed, limits: limits, archive: input.displayName)
    try walk.run(choose)
    return walk.record
  }

  private var fileName: String? {
    let path = if case .file(let path) = input { name ?? path } else { name }
    return path?.split(separator: "/").last.map(String.init)
  }
}
