internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// Kernel against user, and the rest of the machine.
struct BalanceDocument: Encodable {
  let kernel: Figure?
  let user: Figure?
  let kernelShare: Double?
  let kernelShareOfInstalled: Double?
  let installedBytes: Int?
  let compressorBytes: Int?
  let fileBackedBytes: Int?
  let freeBytes: Int?
  let wiredBytes: Int?
  let unexplainedBytes: Int?

  struct Figure: Encodable {
    let bytes: Int
    let toleranceBytes: Int
    let source: String
    let isLowerBound: Bool
  }

  init(_ report: Report) {
    let balance = report.balance
    kernel = balance.kernel.map {
      Figure(
        bytes: $0.quantity.bytes, toleranceBytes: $0.quantity.tolerance,
        source: $0.origin.rawValue, isLowerBound: $0.isLowerBound)
    }
    user = balance.user.map {
      Figure(
        bytes: $0.quantity.bytes, toleranceBytes: $0.quantity.tolerance,
        source: $0.origin.rawValue, isLowerBound: $0.isLowerBound)
    }
    kernelShare = balance.kernelShare.map { ($0 * 10_000).rounded() / 10_000 }
    kernelShareOfInstalled = balance.kernelShareOfInstalled.map {
      ($0 * 10_000).rounded() / 10_000
    }
    installedBytes = balance.installed?.bytes
    compressorBytes = balance.compressor?.bytes
    fileBackedBytes = balance.fileBacked?.bytes
    freeBytes = balance.free?.bytes
    wiredBytes = balance.wired?.bytes
    unexplainedBytes = report.ledger.unexplained?.bytes
  }
}

/// One component of the ledger.
struct LedgerDocument: Encodable {
  let component: String
  let side: LedgerEntry.Side
  let bytes: Int?
  let toleranceBytes: Int?
  let relation: String
  let of: String?
  let source: SourceDocument?
  let isLowerBound: Bool?
  let note: String?

  init(_ entry: LedgerEntry) {
    component = entry.component
    side = entry.side
    bytes = entry.quantity?.bytes
    toleranceBytes = entry.quantity?.tolerance
    source = entry.source.map { SourceDocument(member: $0.member, line: $0.line) }
    isLowerBound = entry.isLowerBound ? true : nil
    note = entry.note
    (relation, of) =
      switch entry.relation {
      case .counted: ("counted", nil)
      case .subset(let whole): ("subset", whole)
      case .overlaps(let other): ("overlaps", other)
      }
  }
}

/// A line of a member.
struct SourceDocument: Encodable {
  let member: String
  let line: Int
}
