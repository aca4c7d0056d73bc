public import ArgumentParser
internal import Redaction
public import ReportRendering
internal import SysdiagnoseIngest

extension ExportFormat: ExpressibleByArgument {}

/// Whether a command writes a folder of tables, for other programs.
struct TablesOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write tables for other programs to a folder: snapshots, zones, kexts, findings, …",
      discussion: "schema --tables prints their columns. duckdb.sql in the folder loads them.",
      valueName: "folder"), completion: .file())
  var tables: String?

  @Option(help: ArgumentHelp("Form of the tables: jsonl or csv.", valueName: "form"))
  var tablesFormat = ExportFormat.jsonl

  @Option(help: ArgumentHelp("Compress the tables: gzip.", valueName: "method"))
  var compress: Compression?

  /// How files are compressed.
  enum Compression: String, ExpressibleByArgument, CaseIterable {
    case gzip
  }

  func validate() throws {
    guard tables != nil || compress == nil else {
      throw ValidationError("--compress needs --tables")
    }
  }

  /// The rows of a capture, for work that is done in parallel; nil when no tables were asked for.
  func rows(_ capture: ExportedCapture) -> RenderedRows? {
    tables.map { _ in RenderedRows(capture, as: tablesFormat) }
  }

  /// The folder, with its files under temporary names; nil when none was asked for.
  ///
  /// - Parameters:
  ///   - mayReplace: whether files that are there are replaced.
  ///   - redaction: replaces names in the rows; nil keeps them.
  /// - Returns: what writes to the folder.
  /// - Throws: `FileError` when the folder cannot be written to, or holds such files.
  func writer(mayReplace: Bool, redaction: RedactionSession? = nil) throws -> TableWriter? {
    guard let tables else { return nil }
    let folder = try TableFolder(
      tables, format: tablesFormat, isCompressed: compress != nil, mayReplace: mayReplace)
    return TableWriter(folder: folder, format: tablesFormat, redaction: redaction)
  }
}

/// Writes captures to a folder of tables, as redacted as the user asked for.
struct TableWriter: Sendable {
  let folder: TableFolder
  let format: ExportFormat
  let redaction: RedactionSession?

  /// The rows of a capture, for work that is done in parallel.
  func rendered(_ capture: ExportedCapture) -> RenderedRows { RenderedRows(capture, as: format) }

  /// Writes rendered rows, in the order of the archives.
  ///
  /// - Throws: `FileError` when they cannot be written.
  func write(_ rows: RenderedRows) throws {
    guard let redaction else { return try folder.add(rows) }
    let tables = rows.tables.map { bytes -> [UInt8] in
      let text = String(decoding: bytes, as: UTF8.self)
      switch format {
      case .jsonl: return Array(redaction.objects(text).utf8)
      case .csv: return Array(redaction.table(text).utf8)
      }
    }
    try folder.add(
      RenderedRows(
        snapshot: rows.snapshot, isSound: rows.isSound, machine: rows.machine, tables: tables))
  }

  /// Moves the files into the folder.
  ///
  /// - Throws: `FileError` when they cannot be written.
  func commit() throws { try folder.commit() }
}
