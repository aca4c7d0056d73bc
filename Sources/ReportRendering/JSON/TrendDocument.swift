internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The JSON of a trend.
struct TrendDocument: Encodable {
  let schemaVersion = 1
  let tool = ToolDocument()
  let caveats: [String]
  let passedOver: [PassedOver]?
  let boots: [Boot]

  /// An archive that does not take part.
  struct PassedOver: Encodable {
    let path: String
    let reason: String
  }

  struct Boot: Encodable {
    let archives: [ArchiveDocument]
    let kernel: GrowthDocument?
    let components: [GrowthDocument]
    let apps: [GrowthDocument]
    let processes: [GrowthDocument]
    let zoneMapExhaustion: Exhaustion?
    let averageUpperBoundBytesPerHour: Int?

    init(_ boot: BootTrend) {
      archives = boot.captures.map(ArchiveDocument.init)
      kernel = boot.kernel.map(GrowthDocument.init)
      components = boot.components.map(GrowthDocument.init)
      apps = boot.apps.map(GrowthDocument.init)
      processes = boot.processes.map(GrowthDocument.init)
      zoneMapExhaustion = boot.exhaustion.map(Exhaustion.init)
      averageUpperBoundBytesPerHour = boot.upperBound.flatMap {
        Int(exactly: $0.bytesPerHour.rounded())
      }
    }
  }

  /// When the zone map is full at the present rate.
  struct Exhaustion: Encodable {
    let capacityBytes: Int
    let capacityIsAddressSpace: Bool
    let source: SourceDocument
    let usedBytes: Int
    let bytesPerHour: Int?
    let hoursLeft: Double

    init(_ exhaustion: ZoneMapExhaustion) {
      capacityBytes = exhaustion.capacity.size.bytes
      capacityIsAddressSpace = exhaustion.capacity.origin == .addressSpace
      source = SourceDocument(
        member: exhaustion.capacity.source.member, line: exhaustion.capacity.source.line)
      usedBytes = exhaustion.used
      bytesPerHour = Int(exactly: exhaustion.bytesPerHour.rounded())
      hoursLeft = (exhaustion.hoursLeft * 10).rounded() / 10
    }
  }

  init(_ trend: Trend) {
    caveats = trend.series.caveats
    let passedOver = trend.passedOver.map { PassedOver(path: $0.path, reason: $0.reason) }
    self.passedOver = passedOver.isEmpty ? nil : passedOver
    boots = trend.boots.map(Boot.init)
  }
}

/// How one thing grew.
struct GrowthDocument: Encodable {
  let name: String
  let verdict: Growth.Verdict
  let growthBytes: Int
  let bytesPerHour: Int?
  let straightness: Double?
  let spanSeconds: Int
  let points: [Point]

  struct Point: Encodable {
    let seconds: Int
    let bytes: Int
  }

  init(_ growth: Growth) {
    name = growth.name
    verdict = growth.verdict
    growthBytes = growth.growth
    bytesPerHour = growth.bytesPerHour.flatMap { Int(exactly: $0.rounded()) }
    straightness = growth.straightness.map { ($0 * 1000).rounded() / 1000 }
    spanSeconds = growth.spanSeconds
    points = growth.points.map { Point(seconds: $0.seconds, bytes: $0.bytes) }
  }
}
