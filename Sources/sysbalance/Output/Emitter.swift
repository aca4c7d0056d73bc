internal import Redaction
internal import ReportRendering
internal import Synchronization

/// Writes results in the format, to the place and as redacted as the user asked for.
///
/// Every command that shows a result goes through here; no command knows a format by name.
final class Emitter: Sendable {
  private let renderer: any Renderer
  private let medium: OutputFormat.Medium
  private let destination: any OutputDestination
  private let redaction: RedactionSession?
  private let emitted = Mutex(0)

  /// Whether a result without a figure is worth writing: an object says why there is none.
  var holdsReasons: Bool { medium == .object || writesRows }

  /// Whether results are written as rows of exported tables, in which an archive's failure has a row.
  var writesRows: Bool { medium == .objects }

  init(
    _ format: OutputFormat, _ options: RenderingOptions, to destination: any OutputDestination,
    redaction: RedactionSession?
  ) {
    renderer = format.renderer(options)
    medium = format.medium
    self.destination = destination
    self.redaction = redaction
  }

  /// Writes what stands before all results of a type, such as the names of columns.
  ///
  /// - Throws: `CommandFailure` when it cannot be written.
  func begin<Result: Presentable>(_ type: Result.Type) throws {
    try destination.write(renderer.opening(for: type))
  }

  /// Writes a result, apart from the one before it.
  ///
  /// - Throws: `CommandFailure` when it cannot be written.
  func emit(_ result: some Presentable) throws {
    try write(try renderer.bytes(of: result, at: try nextPlace()))
  }

  /// Writes a rendered result, apart from the one before it.
  ///
  /// - Throws: `CommandFailure` when it cannot be written.
  func emit(rendered: [UInt8]) throws {
    _ = try nextPlace()
    try write(rendered)
  }

  /// Counts a result, and writes what stands between it and the one before.
  private func nextPlace() throws -> Int {
    let place = emitted.withLock { count in
      defer { count += 1 }
      return count
    }
    if place > 0 { try destination.write(renderer.separator) }
    return place
  }

  /// Writes the only result of a command.
  ///
  /// - Throws: `CommandFailure` when it cannot be written.
  func emitAlone<Result: Presentable>(_ result: Result) throws {
    try begin(Result.self)
    try emit(result)
  }

  /// A result as it is written, not yet redacted; for work that is done in parallel.
  ///
  /// - Parameters:
  ///   - result: the result.
  ///   - place: how many results stand before it in the output.
  /// - Returns: the bytes to write.
  /// - Throws: what the encoder throws; no result holds anything that it cannot encode.
  func rendered(_ result: some Presentable, at place: Int = 0) throws -> [UInt8] {
    try renderer.bytes(of: result, at: place)
  }

  /// Writes a rendered result, redacted as its format needs.
  ///
  /// - Throws: `CommandFailure` when it cannot be written.
  func write(_ rendered: [UInt8]) throws {
    try destination.write(redacted(rendered))
  }

  /// Ends the output and commits it; text ends with what was replaced.
  ///
  /// - Throws: `CommandFailure` when it cannot be written.
  func commit() throws {
    if let redaction, medium == .lines {
      try destination.write(Array("\nRedacted  \(redaction.summary)\n".utf8))
    }
    if emitted.withLock({ $0 > 0 }) { try destination.write(renderer.closing) }
    try destination.commit()
  }

  private func redacted(_ bytes: [UInt8]) -> [UInt8] {
    guard let redaction else { return bytes }
    let text = String(decoding: bytes, as: UTF8.self)
    let redacted =
      switch medium {
      case .lines: redaction.lines(text)
      case .object: redaction.document(text)
      case .objects: redaction.objects(text)
      case .rows: redaction.table(text)
      case .markup: text
      }
    return Array(redacted.utf8)
  }
}
