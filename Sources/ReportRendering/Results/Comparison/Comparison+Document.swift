internal import AllocationBalance
public import MemoryAnalysis
internal import MemorySections

/// A comparison as a document: what the kernel's growth consists of, first.
extension Comparison: Presentable {
  /// The tables of a comparison, the kernel's components first.
  public static var tables: [TableShape] { ComparisonTables.all + ComparisonTables.examined }

  /// The comparison's JSON.
  public var contract: any Encodable { ComparisonDocument(self) }

  /// The verdict, then what grew and what shrank.
  public var document: Document {
    let pages = ComparisonPages(comparison: self)
    var document = Document()
    document.verdict = pages.verdict
    document.cautions = caveats
    document.sections =
      [pages.archives, pages.findings, pages.charts] + pages.lists + pages.examinedProcesses
    document.foot = [Document.units]
    return document
  }
}

/// The columns of a comparison's tables.
enum ComparisonTables {
  static let archives = TableShape(
    "archives", of: "archives",
    [
      Column(.word, "which", ""), Column(.name, "machine", "machine"),
      Column(.word, "capturedAt", "captured"), .bytes("kernelBytes", "kernel"),
      .bytes("userBytes", "user"), Column(.name, "path", nil),
    ])
  static let components = list("components", "component", of: "components that differ")
  static let zones = list("zones", "zone", of: "zones that differ")
  static let wired = list("wired", "wired memory", of: "rows that differ")
  static let kexts = list("kexts", "kext", of: "kexts that differ")
  static let processes = list("processes", "process", of: "processes that differ")
  static let apps = list("apps", "app", of: "apps that differ")
  static let categories = list("categories", "category", of: "categories that differ")

  static let all = [components, zones, wired, kexts, processes, apps, categories, archives]

  private static func list(_ name: String, _ heading: String, of noun: String) -> TableShape {
    TableShape(
      name, of: noun,
      [
        Column(.name, "name", heading), .bytes("oldBytes", "old"), .bytes("newBytes", "new"),
        .bytes("deltaBytes", "change", tolerance: true), .bytes("bytesPerHour", "per hour"),
        Column(.word, "status", "", priority: 1),
      ])
  }
}
