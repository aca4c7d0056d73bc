internal import AllocationBalance
internal import MemoryAnalysis

/// A list of a store's snapshots.
public struct SnapshotList: Presentable, Sendable {
  let snapshots: [ListedSnapshot]

  /// Creates a list.
  public init(_ snapshots: [ListedSnapshot]) {
    self.snapshots = snapshots
  }

  /// One table: a row for each snapshot.
  public static var tables: [TableShape] {
    [
      TableShape(
        "snapshots", of: "snapshots",
        [Column(.count, "id", "id"), Column(.name, "machine", "machine")] + SummaryRow.columns)
    ]
  }

  /// The list's JSON.
  public var contract: any Encodable {
    ListDocument(snapshots: snapshots.map(ListDocument.Entry.init))
  }

  /// All snapshots, by machine and time.
  public var document: Document {
    var document = Document()
    let rows = snapshots.map { snapshot in
      Table.Row(
        [.identifier(Int(snapshot.id)), .name(snapshot.machine)]
          + SummaryRow.cells(snapshot.summary))
    }
    document.sections = [
      DocumentSection(
        "snapshots", heading: "", isFirstScreen: true,
        contents: [.table(Table(Self.tables[0], rows, isWhole: true))])
    ]
    return document
  }
}
