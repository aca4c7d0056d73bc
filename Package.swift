// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// `scripts/run` and `scripts/test` build for debugging, which is quick, but send gigabytes through the stream, the parsers
// and the redactor: unoptimised, that takes several times as long as optimising these does.
let optimized: [SwiftSetting] =
  Context.environment["OPTIMIZE_READERS"] == nil
  ? [] : [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "sysbalance",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "sysbalance", targets: ["sysbalance"]),
    .library(name: "SysdiagnoseIngest", targets: ["SysdiagnoseIngest"]),
    .library(name: "SysdiagnoseArchive", targets: ["SysdiagnoseArchive"]),
    .library(name: "MemorySections", targets: ["MemorySections"]),
    .library(name: "AllocationBalance", targets: ["AllocationBalance"]),
    .library(name: "MemoryAnalysis", targets: ["MemoryAnalysis"]),
    .library(name: "Redaction", targets: ["Redaction"]),
    .library(name: "SnapshotStore", targets: ["SnapshotStore"]),
    .library(name: "ReportRendering", targets: ["ReportRendering"]),
  ],
  traits: [
    .trait(
      name: "ISAL",
      description: "Inflate gzip with ISA-L; without it zlib does, 2 to 3 times slower."),
    .default(enabledTraits: ["ISAL"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    .systemLibrary(
      name: "CISAL", pkgConfig: "libisal",
      providers: [.apt(["libisal-dev"]), .brew(["isa-l"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CAllocator"),
    .target(
      name: "Platform",
      dependencies: [
        .target(name: "CAllocator", condition: .when(platforms: [.linux])),
        .target(name: "CCrypto", condition: .when(platforms: [.linux])),
      ],
      swiftSettings: strict),
    .target(
      name: "SysdiagnoseArchive",
      dependencies: [
        "Platform", "CArchive", "CZlib",
        .target(name: "CISAL", condition: .when(traits: ["ISAL"])),
      ],
      swiftSettings: strict + optimized),
    .target(
      name: "MemorySections", dependencies: ["Platform"], swiftSettings: strict + optimized),
    .target(
      name: "AllocationBalance", dependencies: ["Platform", "MemorySections"],
      swiftSettings: strict),
    .target(
      name: "MemoryAnalysis",
      dependencies: [
        "Platform", "AllocationBalance", "MemorySections",
        .product(name: "Yams", package: "Yams"),
      ], swiftSettings: strict),
    .target(name: "Redaction", dependencies: ["Platform"], swiftSettings: strict + optimized),
    .target(
      name: "ReportRendering",
      dependencies: ["Platform", "MemoryAnalysis", "AllocationBalance", "MemorySections"],
      swiftSettings: strict),
    .target(
      name: "SnapshotStore",
      dependencies: [
        "Platform", "MemoryAnalysis", "AllocationBalance", "MemorySections",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], swiftSettings: strict),
    .target(
      name: "SysdiagnoseIngest",
      dependencies: [
        "SysdiagnoseArchive", "MemorySections", "AllocationBalance", "MemoryAnalysis",
        "Redaction", "SnapshotStore", "ReportRendering", "Platform",
      ], swiftSettings: strict),
    .executableTarget(
      name: "sysbalance",
      dependencies: [
        "SysdiagnoseIngest", "SysdiagnoseArchive", "MemorySections", "AllocationBalance",
        "MemoryAnalysis", "Redaction", "SnapshotStore", "ReportRendering", "Platform",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .plugin(
      name: "GenerateDocumentation", capability: .command(intent: .documentationGeneration()),
      path: "Sources/GenerateDocumentation"),
    .testTarget(
      name: "SysdiagnoseArchiveTests",
      dependencies: ["TestSupport", "SysdiagnoseArchive", "CArchive", "CZlib"],
      swiftSettings: strict),
    .testTarget(
      name: "MemorySectionsTests", dependencies: ["TestSupport", "MemorySections"],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["MemoryAnalysis", "AllocationBalance", "MemorySections"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "AllocationBalanceTests",
      dependencies: ["TestSupport", "MemoryAnalysis", "AllocationBalance", "MemorySections"],
      swiftSettings: strict),
    .testTarget(
      name: "MemoryAnalysisTests",
      dependencies: ["TestSupport", "MemoryAnalysis", "AllocationBalance", "MemorySections"],
      swiftSettings: strict),
    .testTarget(name: "RedactionTests", dependencies: ["Redaction"], swiftSettings: strict),
    .target(
      name: "MachineGenerator", dependencies: ["MemorySections"], path: "Tests/MachineGenerator",
      swiftSettings: strict + optimized),
    .executableTarget(
      name: "make-test-archives", dependencies: ["MachineGenerator", "CZlib"],
      path: "Tests/MakeTestArchives", swiftSettings: strict + optimized),
    .executableTarget(
      name: "ParserBenchmark", dependencies: ["MemorySections"],
      path: "Tests/Benchmarks/ParserBenchmark", swiftSettings: strict),
    .testTarget(
      name: "GeneratedMachineTests",
      dependencies: ["MachineGenerator", "MemoryAnalysis", "AllocationBalance", "MemorySections"],
      swiftSettings: strict),
    .testTarget(
      name: "EvolvedMachineTests",
      dependencies: ["MachineGenerator", "MemoryAnalysis", "AllocationBalance", "MemorySections"],
      swiftSettings: strict),
    .testTarget(
      name: "SnapshotStoreTests",
      dependencies: [
        "TestSupport", "SnapshotStore", "MemoryAnalysis", "AllocationBalance", "MemorySections",
        "ReportRendering", "SysdiagnoseIngest", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "ReportExample", dependencies: ["SysdiagnoseIngest"], path: "Tests/ReportExample",
      swiftSettings: strict),
    .testTarget(
      name: "SysdiagnoseIngestTests",
      dependencies: [
        "TestSupport", "ReportExample", "sysbalance", "SysdiagnoseIngest", "Redaction",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReportRenderingTests",
      dependencies: [
        "MachineGenerator", "TestSupport", "ReportRendering", "MemoryAnalysis",
        "AllocationBalance", "MemorySections", "Platform",
      ],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["TestSupport", "sysbalance"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// ThreadSanitizer is for what uses threads: the other tests would only take time to build.
if let names = Context.environment["TEST_TARGETS"]?.split(separator: " ") {
  package.targets.removeAll { $0.type == .test && !names.contains(Substring($0.name)) }
}
