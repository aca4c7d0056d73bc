/// A capture's rows in all tables, rendered where the archive was read so that its snapshot can be
/// freed.
public struct RenderedRows: Sendable {
  /// The digest of the snapshot; nil when there is none.
  public let snapshot: String?
  /// Whether the archive was read whole.
  public let isSound: Bool
  /// The key of the machine; nil without a snapshot.
  public let machine: String?
  /// The rows of each table of `ExportTable.all`, in that order.
  public let tables: [[UInt8]]

  /// Renders the rows of a capture.
  public init(_ capture: ExportedCapture, as format: ExportFormat) {
    snapshot = capture.snapshot
    isSound = capture.isSound
    machine = capture.snapshot == nil ? nil : capture.machine
    tables = ExportTable.all.map { format.bytes(of: $0.rows(capture), in: $0) }
  }

  /// Renders the row of an archive when nothing else is known about it.
  public init(_ failure: ExportedFailure, as format: ExportFormat) {
    let row = ExportTable.failureFields.map { $0.value(failure) }
    self.init(
      snapshot: nil, isSound: false, machine: nil,
      tables: ExportTable.all.map {
        $0.name == ExportTable.failures.name ? format.bytes(of: [row], in: $0) : []
      })
  }

  /// Creates rows that were rendered before.
  public init(snapshot: String?, isSound: Bool, machine: String?, tables: [[UInt8]]) {
    self.snapshot = snapshot
    self.isSound = isSound
    self.machine = machine
    self.tables = tables
  }
}
