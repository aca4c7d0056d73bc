internal import Platform

/// A line of a member: where a number can be checked.
///
/// It is two words long: all sources of one member share its path.
public struct Source: Sendable, Hashable {
  private let path: SourcePath
  /// The line, from 1.
  public let line: Int

  /// The member's path in the archive.
  public var member: String { path.text }

  /// Creates a source with a path of its own.
  public init(member: String, line: Int) {
    self.init(path: SourcePath(member), line: line)
  }

  /// Creates a source that shares its path with others of the same member.
  public init(path: SourcePath, line: Int) {
    self.path = path
    self.line = line
  }
}

/// The path of a member, kept once for all the numbers that are read from it.
public final class SourcePath: Sendable {
  /// The path in the archive.
  public let text: String

  /// Creates a path.
  public init(_ text: String) {
    self.text = text
  }
}

extension SourcePath: Hashable {
  /// Whether both paths are the same text.
  public static func == (left: SourcePath, right: SourcePath) -> Bool {
    left === right || left.text == right.text
  }

  /// Hashes the text.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }
}

extension Source: Codable {
  private enum CodingKeys: String, CodingKey {
    case member
    case line
  }

  /// Decodes a source; where the text names no member, it is the one in the decoder's `userInfo`.
  ///
  /// - Throws: what the decoder throws, and when the member is not known.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let line = try values.decode(Int.self, forKey: .line)
    guard let source = try Self.decode(values, line: line, decoder) else {
      throw DecodingError.dataCorruptedError(
        forKey: .member, in: values, debugDescription: "a source without its member")
    }
    self = source
  }

  /// Encodes the line, and the member where it is not the one that the encoder knows.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    if let json = encoder as? JSONTextEncoder { return write(to: json) }
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(line, forKey: .line)
    if SourcePath.known(to: encoder.userInfo) != path { try values.encode(member, forKey: .member) }
  }

  /// Writes the line, and the member where it is not the one that the text is of.
  func write(to json: JSONTextEncoder) {
    json.encode(line, forKey: CodingKeys.line.rawValue)
    if json.shared as? SourcePath != path {
      json.encode(member, forKey: CodingKeys.member.rawValue)
    }
  }

  /// The first source among the values; nil when none has one.
  static func decodeIfPresent(from decoder: any Decoder) throws -> Source? {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    guard let line = try values.decodeIfPresent(Int.self, forKey: .line) else { return nil }
    return try decode(values, line: line, decoder)
  }

  private static func decode(
    _ values: KeyedDecodingContainer<CodingKeys>, line: Int, _ decoder: any Decoder
  ) throws -> Source? {
    if let member = try values.decodeIfPresent(String.self, forKey: .member) {
      return Source(member: member, line: line)
    }
    return SourcePath.known(to: decoder.userInfo).map { Source(path: $0, line: line) }
  }
}

extension SourcePath {
  private static let key = CodingUserInfoKey(rawValue: "sourcePath")

  /// What an encoder or decoder of one member's quantities is given, so that none repeats the path.
  public var userInfo: [CodingUserInfoKey: any Sendable] { Self.key.map { [$0: self] } ?? [:] }

  fileprivate static func known(to userInfo: [CodingUserInfoKey: Any]) -> SourcePath? {
    key.flatMap { userInfo[$0] as? SourcePath }
  }
}
