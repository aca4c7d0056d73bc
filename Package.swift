// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "sysbalance",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "sysbalance", targets: ["sysbalance"])
  ],
  traits: [
    .trait(
      name: "ISAL",
      description: "Inflate gzip with ISA-L; without it zlib is used, which is 2 to 3 times slower."),
    .default(enabledTraits: ["ISAL"]),
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
    .target(
      name: "SysdiagnoseArchive",
      dependencies: [
        "CArchive", "CZlib",
        .target(name: "CISAL", condition: .when(traits: ["ISAL"])),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SysdiagnoseArchiveTests",
      dependencies: ["SysdiagnoseArchive", "CArchive", "CZlib"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
