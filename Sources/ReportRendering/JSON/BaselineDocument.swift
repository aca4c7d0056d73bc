internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The JSON of a comparison of two machines, each with its own clean boot.
struct BaselineDocument: Encodable {
  let schemaVersion = 1
  let tool = ToolDocument()
  let comparison: ComparisonDocument
  let oldClean: ArchiveDocument
  let newClean: ArchiveDocument
  let caveats: [String]
  let oldKernelGrowth: KernelGrowthDocument?
  let newKernelGrowth: KernelGrowthDocument?
  let kernel: Item?
  let components: [Item]

  struct Item: Encodable {
    let name: String
    let oldCleanBytes: Int?
    let oldBytes: Int?
    let oldAboveBytes: Int?
    let newCleanBytes: Int?
    let newBytes: Int?
    let newAboveBytes: Int?
    let differenceBytes: Int?
    let toleranceBytes: Int?

    init(_ item: Accumulation) {
      name = item.name
      oldCleanBytes = item.old.old?.bytes
      oldBytes = item.old.new?.bytes
      oldAboveBytes = item.old.delta?.bytes
      newCleanBytes = item.new.old?.bytes
      newBytes = item.new.new?.bytes
      newAboveBytes = item.new.delta?.bytes
      differenceBytes = item.difference?.bytes
      toleranceBytes = item.difference?.tolerance
    }
  }

  init(_ baseline: BaselineComparison) {
    comparison = ComparisonDocument(baseline.comparison)
    oldClean = ArchiveDocument(baseline.old.old)
    newClean = ArchiveDocument(baseline.new.old)
    caveats = baseline.caveats
    oldKernelGrowth = baseline.oldGrowth.map(KernelGrowthDocument.init)
    newKernelGrowth = baseline.newGrowth.map(KernelGrowthDocument.init)
    kernel = baseline.kernel.map(Item.init)
    components = baseline.components.map(Item.init)
  }
}
