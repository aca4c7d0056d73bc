/// What vm_stat says: how many pages of the whole machine are in which state.
///
/// Source: Apple's vm_stat(1). Of a text in the interval form (`vm_stat -c 50 0.2`) this is the
/// first sample: the one least disturbed by sysdiagnose itself, which allocates as it goes.
public struct VMStat: Sendable, Hashable, Codable {
  /// Bytes of a page, as the heading says.
  public internal(set) var pageSize: Int
  /// Pages by state; a state that this release does not print is absent.
  public internal(set) var pages: [PageState: PageCount] = [:]
  /// How many samples the text holds; 1 in the plain form.
  public internal(set) var sampleCount = 1

  /// The bytes in a state; nil when the text does not say.
  public func size(_ state: PageState) -> Quantity? {
    guard let count = pages[state] else { return nil }
    let (bytes, overflows) = count.pages.multipliedReportingOverflow(by: pageSize)
    let (tolerance, isVague) = count.tolerance.multipliedReportingOverflow(by: pageSize)
    guard !overflows, !isVague, bytes <= Quantity.largestBelieved else { return nil }
    return Quantity(bytes: bytes, tolerance: tolerance, source: count.source)
  }

  /// A state that pages are in.
  public enum PageState: String, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
    case free
    case active
    case inactive
    case speculative
    case throttled
    case wired
    case purgeable
    case fileBacked
    case anonymous
    /// Pages whose content the compressor holds: their size before compression.
    case storedInCompressor
    /// Pages that the compressor itself takes: what they cost now.
    case occupiedByCompressor
    /// Pages set aside for memory tags, 1/32 of memory where the processor tags it (macOS 27).
    case tagStorage
    /// Pages of tag storage that hold no tags and are lent out as pageable memory.
    case tagStorageLentPageable
    /// Pages of tag storage that hold no tags and are lent out as wired memory.
    case tagStorageLentWired
  }

  /// A number of pages, and how sure it is.
  public struct PageCount: Sendable, Hashable {
    /// The number, as printed.
    public let pages: Int
    /// Pages by which it may be too small: 999 for a number that is printed in thousands.
    public let tolerance: Int
    /// Where it stands.
    public let source: Source?
  }
}

extension VMStat.PageCount: Codable {
  private enum CodingKeys: String, CodingKey {
    case pages
    case tolerance
  }

  /// Decodes a count: `pages`, `tolerance`, and its `line` and `member`.
  ///
  /// - Throws: what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    pages = try values.decode(Int.self, forKey: .pages)
    tolerance = try values.decode(Int.self, forKey: .tolerance)
    source = try Source.decodeIfPresent(from: decoder)
  }

  /// Encodes the count, its source beside it.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(pages, forKey: .pages)
    try values.encode(tolerance, forKey: .tolerance)
    try source?.encode(to: encoder)
  }
}
