internal import AllocationBalance
internal import MemoryAnalysis
internal import ReportRendering
internal import SnapshotStore
internal import SysdiagnoseIngest

/// A fleet as a folder of pages: `index.html`, and a report of each outlier that it links to.
struct FleetSite {
  let fleet: Fleet
  let store: SnapshotStore
  let options: RenderingOptions

  /// The most outliers that get a page.
  static let mostPages = 200

  /// Whether `-o` names a folder: a page has a name that ends in `.html` or `.htm`.
  static func isFolder(_ output: String?) -> Bool {
    guard let name = output?.lowercased() else { return false }
    return !name.hasSuffix(".html") && !name.hasSuffix(".htm")
  }

  /// Writes the pages into a folder, all of them or none.
  ///
  /// - Returns: how many outliers have no page because there are too many.
  /// - Throws: `FileError` when the folder cannot be written, `StoreError` when the store cannot be
  ///   read.
  func write(to path: String, mayReplace: Bool) throws -> Int {
    let folder = try ReplacedFolder(path, mayReplace: mayReplace)
    let numbers = fleet.outliers.compactMap { fleet.machines[$0.machine].snapshotID }
    var pages: [Int: String] = [:]
    for number in numbers.prefix(Self.mostPages) { pages[number] = "snapshot-\(number).html" }
    var index = options
    index.machinePages = pages
    try folder.write(HTMLRenderer(index).bytes(of: fleet), to: "index.html")
    var machine = options
    machine.homePage = "index.html"
    let renderer = HTMLRenderer(machine)
    for (number, name) in pages.sorted(by: { $0.key < $1.key }) {
      guard let snapshot = try store.snapshot(Int64(number)) else { continue }
      try folder.write(renderer.bytes(of: Report(snapshot)), to: name)
    }
    try folder.commit()
    return numbers.count - pages.count
  }
}
