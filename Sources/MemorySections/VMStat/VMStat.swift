internal import Platform

/// The output of vm_stat: the machine's pages by state.
///
/// Source: Apple's vm_stat(1). For the interval form (`vm_stat -c 50 0.2`) this is the first
/// sample. It is the least disturbed by sysdiagnose itself, which allocates as it runs.
public struct VMStat: Sendable, Hashable, Codable {
  /// The page size in bytes, from the heading.
  public internal(set) var pageSize: Int
  /// Pages by state; states that this release does not print are absent.
  public internal(set) var pages: [PageState: PageCount] = [:]
  /// The number of samples in the text; 1 in the plain form.
  public internal(set) var sampleCount = 1

  /// The bytes in a state; nil when not printed.
  public func size(_ state: PageState) -> Quantity? {
    guard let count = pages[state] else { return nil }
    let (bytes, overflows) = count.pages.multipliedReportingOverflow(by: pageSize)
    let (tolerance, isVague) = count.tolerance.multipliedReportingOverflow(by: pageSize)
    guard !overflows, !isVague, bytes <= Quantity.largestBelieved else { return nil }
    return Quantity(bytes: bytes, tolerance: tolerance, source: count.source)
  }

  /// A state of pages.
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
    /// Pages held by the compressor: their size before compression.
    case storedInCompressor
    /// Pages occupied by the compressor itself: their current cost.
    case occupiedByCompressor
    /// Pages reserved for memory tags, 1/32 of memory if the processor tags it (macOS 27).
    case tagStorage
    /// Pages of tag storage without tags, lent out as pageable memory.
    case tagStorageLentPageable
    /// Pages of tag storage without tags, lent out as wired memory.
    case tagStorageLentWired
  }

  /// A number of pages with its tolerance.
  public struct PageCount: Sendable, Hashable {
    /// The number, as printed.
    public let pages: Int
    /// How many pages the number may be too low: 999 for a number printed in thousands.
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
    if let json = encoder as? JSONTextEncoder { return write(to: json) }
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(pages, forKey: .pages)
    try values.encode(tolerance, forKey: .tolerance)
    try source?.encode(to: encoder)
  }

  private func write(to json: JSONTextEncoder) {
    source?.write(to: json)
    json.encode(pages, forKey: CodingKeys.pages.rawValue)
    json.encode(tolerance, forKey: CodingKeys.tolerance.rawValue)
  }
}
