// swift-tools-version: 6.2
import PackageDescription

// A separate package: libFuzzer provides `main` and needs flags that are forbidden in dependencies.
// `scripts/fuzz` builds it.
let package = Package(
  name: "FuzzTargets",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "FuzzTargets", type: .static, targets: ["FuzzTargets"])
  ],
  dependencies: [.package(name: "sysbalance", path: "../..")],
  targets: [
    .target(
      name: "FuzzTargets",
      dependencies: [
        .product(name: "SysdiagnoseIngest", package: "sysbalance"),
        .product(name: "SysdiagnoseArchive", package: "sysbalance"),
        .product(name: "MemorySections", package: "sysbalance"),
        .product(name: "AllocationBalance", package: "sysbalance"),
        .product(name: "ReportRendering", package: "sysbalance"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
