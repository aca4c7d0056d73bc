/// Upper bounds for one scan; archives are untrusted input.
///
/// A scan that meets a limit ends with ``ArchiveScan/Outcome/limited``.
public struct ArchiveLimits: Sendable, Equatable {
  /// The largest member, declared or delivered, in bytes.
  public var memberBytes: Int
  /// The most bytes after decompression, members and tar headers together.
  public var totalBytes: Int
  /// The most members, damaged headers included.
  public var entries: Int
  /// The most bytes produced for each compressed byte consumed.
  ///
  /// The check starts at ``compressionRatioFloor``.
  public var compressionRatio: Int
  /// The number of bytes produced before ``compressionRatio`` is checked.
  ///
  /// A short run of zeros compresses 1000 to 1 in an honest archive too.
  public var compressionRatioFloor: Int
  /// The longest member name, in bytes of UTF-8.
  public var nameBytes: Int
  /// The most problems that are kept; the others are only counted.
  public var problems: Int

  /// Limits that no real archive meets.
  public static let standard = ArchiveLimits()

  /// Creates limits; each has a default that no real archive meets.
  ///
  /// - Parameters:
  ///   - memberBytes: The largest member, in bytes.
  ///   - totalBytes: The most bytes after decompression.
  ///   - entries: The most members.
  ///   - compressionRatio: The most bytes produced for each compressed byte.
  ///   - compressionRatioFloor: The bytes produced before the ratio is checked.
  ///   - nameBytes: The longest member name, in bytes.
  ///   - problems: The most problems that are kept.
  public init(
    memberBytes: Int = 16 << 30, totalBytes: Int = 64 << 30, entries: Int = 1_000_000,
    compressionRatio: Int = 200, compressionRatioFloor: Int = 1 << 30, nameBytes: Int = 4096,
    problems: Int = 100
  ) {
    self.memberBytes = memberBytes
    self.totalBytes = totalBytes
    self.entries = entries
    self.compressionRatio = compressionRatio
    self.compressionRatioFloor = compressionRatioFloor
    self.nameBytes = nameBytes
    self.problems = problems
  }
}
