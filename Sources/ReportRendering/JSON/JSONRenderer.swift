internal import Platform

/// Renders results as JSON: the contract that other programs rely on.
public struct JSONRenderer: Renderer {
  private let isPretty: Bool

  /// Creates a renderer.
  ///
  /// - Parameter isPretty: one object over many lines, for people and files; else on one line, as JSON
  ///   Lines want it.
  public init(isPretty: Bool) {
    self.isPretty = isPretty
  }

  /// A result's object as UTF-8, ended by a line break.
  ///
  /// - Throws: `EncodingError` for a number that is not finite; no result holds one.
  public func bytes<Result: Presentable>(of result: Result) throws -> [UInt8] {
    try Self.bytes(of: result.contract, isPretty: isPretty)
  }

  /// A result's object over many lines.
  ///
  /// - Throws: `EncodingError` for a number that is not finite; no result holds one.
  public static func document(_ result: some Presentable) throws -> String {
    try JSONRenderer(isPretty: true).text(result)
  }

  /// A result's object on one line.
  ///
  /// - Throws: `EncodingError` for a number that is not finite; no result holds one.
  public static func line(_ result: some Presentable) throws -> String {
    try JSONRenderer(isPretty: false).text(result)
  }

  private static func bytes(of contract: some Encodable, isPretty: Bool) throws -> [UInt8] {
    try JSONTextEncoder.bytes(of: contract, isPretty: isPretty, end: "\n")
  }
}
