public import AllocationBalance
public import MemorySections
public import Redaction
public import SysdiagnoseArchive

/// Extracts sections of an archive as files.
///
/// A `manifest.json` beside the files lists the member and the SHA-256 of each. The files are
/// readable only by their owner. They appear together when all of them are complete.
public struct SectionExtractor: Sendable {
  /// The sections to extract whole.
  public var kinds: Set<SectionKind>
  /// Whether to extract all that is about the kernel, without processes.
  ///
  /// The small sections that a comparison needs come with it.
  public var takesKernel: Bool
  /// The limits for untrusted input.
  public var limits: ArchiveLimits
  /// Replaces names of persons and machines in every line; nil keeps the text.
  ///
  /// The archive is then read twice, and lines of 1 MiB or more are left out.
  public var redaction: RedactionSession?
  /// The name and version of the program, for the manifest.
  public var tool: String?
  /// Receives the progress of the reading; nil for nobody.
  public var observer: ReadingObserver?

  /// The output.
  public enum Destination: Sendable, Equatable {
    /// A folder, which is created if necessary.
    case folder(String)
    /// One `.tar.gz` file, which can be loaded like any archive.
    case packed(String)

    /// The path of the folder or file.
    public var path: String {
      switch self {
      case .folder(let path), .packed(let path): path
      }
    }
  }

  /// The result of an extraction.
  public struct Result: Sendable {
    /// The files, in the order of the archive.
    public let files: [ExtractedFile]
    /// How much of the archive was read, and what was wrong.
    public let scan: ScanSummary
    /// Sentences on the members that were skipped: too many of a section, or not to be cut.
    public let refusals: [String]
  }

  /// Creates an extractor.
  ///
  /// - Parameters:
  ///   - kinds: the sections to extract whole.
  ///   - takesKernel: whether to extract all that is about the kernel, without processes.
  ///   - limits: the limits for untrusted input.
  ///   - redaction: replaces names in every line; nil keeps the text.
  ///   - tool: the name and version of the program, for the manifest.
  public init(
    kinds: Set<SectionKind> = [], takesKernel: Bool = false, limits: ArchiveLimits = .standard,
    redaction: RedactionSession? = nil, tool: String? = nil
  ) {
    self.kinds = kinds
    self.takesKernel = takesKernel
    self.limits = limits
    self.redaction = redaction
    self.tool = tool
  }

  /// Extracts the sections of an archive.
  ///
  /// - Parameters:
  ///   - path: the archive.
  ///   - destination: the output.
  ///   - mayReplace: whether existing files are replaced.
  /// - Returns: the files and the scan.
  /// - Throws: ``ExtractionError``. Nothing new is then left at the destination.
  public func extract(
    _ path: String, to destination: Destination, mayReplace: Bool = false
  ) throws(ExtractionError) -> Result {
    let staging = try Self.writing { () throws(FileError) in
      try StagingFolder(beside: destination.path)
    }
    let (scan, collector) = try read(path, staging)
    if let failure = collector.failure { throw .file(failure) }
    let captures = collector.captures
    guard captures.count <= 1 else { throw .severalCaptures(archive: path, names: captures) }
    // What only accompanies the kernel is worth nothing alone.
    let wanted = kinds.union(takesKernel ? SectionKind.kernel : [])
    guard collector.files.contains(where: { wanted.contains($0.section) }) else {
      if !collector.uncut.isEmpty { throw .notCut(archive: path, collector.uncut) }
      throw .nothingFound(archive: path, ScanSummary(scan))
    }
    let manifest = try manifest(path, scan, collector.files)
    switch destination {
    case .folder(let folder):
      try Self.writing { () throws(FileError) in
        let file = try ReplacedFile(staging.path(of: Manifest.fileName), mayReplace: false)
        try manifest.withUnsafeBufferPointer { bytes throws(FileError) in
          try file.write(UnsafeRawBufferPointer(bytes))
        }
        try file.commit()
        try staging.move(
          collector.files.map(\.name) + [Manifest.fileName], into: folder, mayReplace: mayReplace)
      }
    case .packed(let file):
      try PackedExtraction(
        files: collector.files, manifest: manifest, scan: scan, staging: staging,
        redaction: redaction
      ).write(to: file, mayReplace: mayReplace)
    }
    return Result(
      files: collector.files, scan: ScanSummary(scan),
      refusals: collector.budget.refusals + collector.uncut)
  }

  private func read(
    _ path: String, _ staging: StagingFolder
  ) throws(ExtractionError) -> (ArchiveScan, ExtractionCollector) {
    do throws(ArchiveError) {
      var loader = CaptureLoader(limits: limits, redaction: redaction)
      loader.observer = observer
      let survey = try loader.survey(path)
      redaction?.learn(source: path)
      let collector = ExtractionCollector(
        kinds: kinds.union(takesKernel ? SectionKind.kernel + SectionKind.besideKernel : []),
        whole: kinds,
        redactor: survey.map { redaction?.numbering($0) ?? $0 }, staging: staging)
      var reader = ArchiveReader(
        try ArchiveInput(path: path), limits: limits, takesText: true)
      reader.observer = observer
      let scan = try reader.read(collector.choose)
      guard !collector.isUnknownText else { throw ArchiveError.unknownText(path) }
      return (scan, collector)
    } catch {
      throw .archive(error)
    }
  }

  private func manifest(
    _ path: String, _ scan: ArchiveScan, _ files: [ExtractedFile]
  ) throws(ExtractionError) -> [UInt8] {
    do {
      return try Manifest(path: path, scan: scan, files: files, tool: tool, session: redaction)
        .encoded()
    } catch {
      throw .file(FileError(.cannotBeWritten, path: Manifest.fileName, detail: "\(error)"))
    }
  }

  private static func writing<Value>(
    _ work: () throws(FileError) -> Value
  ) throws(ExtractionError) -> Value {
    do throws(FileError) {
      return try work()
    } catch {
      throw .file(error)
    }
  }
}

/// Why nothing was extracted.
public enum ExtractionError: Error, Sendable, Equatable {
  /// The archive cannot be read, or the packed archive cannot be written.
  case archive(ArchiveError)
  /// A file cannot be written.
  case file(FileError)
  /// The archive holds none of the sections.
  case nothingFound(archive: String, ScanSummary)
  /// The archive's sections are JSON, which the kernel is not cut out of; a sentence for each.
  case notCut(archive: String, [String])
  /// The sections come from several captures and would be mixed in one folder.
  case severalCaptures(archive: String, names: [String])
}
