import Testing

@testable import SysdiagnoseArchive

/// The names of sysdiagnose archives.
@Suite struct IdentityTests {
  struct Name: CustomTestStringConvertible, Sendable {
    let name: String
    let time: String?
    let platform: String?
    let model: String?
    let build: String?
    var isInProgress = false

    init(
      _ name: String, _ time: String?, _ platform: String?, _ model: String?, _ build: String?,
      isInProgress: Bool = false
    ) {
      self.name = name
      self.time = time
      self.platform = platform
      self.model = model
      self.build = build
      self.isInProgress = isInProgress
    }

    var testDescription: String { name }
  }

  static let names = [
    Name(
      "sysdiagnose_2024.03.05_10-20-30-0800_macOS_MacBookPro18-3_23E224",
      "2024-03-05T10:20:30-08:00", "macOS", "MacBookPro18,3", "23E224"),
    Name(
      "sysdiagnose_2019.05.22_12-00-00-0700_Mac_OS_X_MacBookPro8-1_18F132",
      "2019-05-22T12:00:00-07:00", "macOS", "MacBookPro8,1", "18F132"),
    Name(
      "sysdiagnose_2013.10.22_08-09-10+0200_Mac-OS-X_MacBookPro10,2_13A603",
      "2013-10-22T08:09:10+02:00", "macOS", "MacBookPro10,2", "13A603"),
    Name(
      "sysdiagnose_2026.02.01_09-00-00+0000_macOS_Mac_25D2128", "2026-02-01T09:00:00+00:00",
      "macOS", "Mac", "25D2128"),
    Name(
      "sysdiagnose_2023.01.02_03-04-05+0530_iPhone-OS_iPhone_20C65", "2023-01-02T03:04:05+05:30",
      "iOS", "iPhone", "20C65"),
    Name(
      "sysdiagnose_2020.12.31_23-59-59-0500_iPhone_OS_iPhone12-1_18C66",
      "2020-12-31T23:59:59-05:00", "iOS", "iPhone12,1", "18C66"),
    Name(
      "sysdiagnose_2021.09.13_16-20-04+0200_Watch-OS_Watch_19R346", "2021-09-13T16:20:04+02:00",
      "watchOS", "Watch", "19R346"),
    Name(
      "sysdiagnose_2022.06.06_10-00-00-0700_Apple-TV-OS_AppleTV11-1_20J373",
      "2022-06-06T10:00:00-07:00", "tvOS", "AppleTV11,1", "20J373"),
    Name(
      "sysdiagnose_2022.06.06_10-00-00-0700_Apple_TV_OS_AppleTV_20J373",
      "2022-06-06T10:00:00-07:00", "tvOS", "AppleTV", "20J373"),
    Name(
      "sysdiagnose_2024.02.02_10-00-00-0800_xrOS_RealityDevice14-1_21N301",
      "2024-02-02T10:00:00-08:00", "visionOS", "RealityDevice14,1", "21N301"),
    Name(
      "sysdiagnose_2025.09.15_10-00-00-0700_visionOS_RealityDevice_23M336",
      "2025-09-15T10:00:00-07:00", "visionOS", "RealityDevice", "23M336"),
    Name(
      "sysdiagnose_2012.08.01_10-20-30_Mac-OS-X_iMac11-3_12A269", "2012-08-01T10:20:30-00:00",
      "macOS", "iMac11,3", "12A269"),
    Name(
      "sysdiagnose_2014.05.05_12-00-00", "2014-05-05T12:00:00-00:00", nil, nil, nil),
    Name(
      "sysdiagnose_2014.05.05_12-00-00-0700_Mac_OS_X", "2014-05-05T12:00:00-07:00", "macOS", nil,
      nil),
    Name(
      "sysdiagnose_2014.05.05_12-00-00-0700_macOS_18F132", "2014-05-05T12:00:00-07:00", "macOS",
      nil, "18F132"),
    Name(
      "IN_PROGRESS_sysdiagnose_2024.03.05_10-20-30-0800_macOS_Mac14-2_22F5027f",
      "2024-03-05T10:20:30-08:00", "macOS", "Mac14,2", "22F5027f", isInProgress: true),
    Name(
      "sysdiagnose_2024.03.05_10-20-30-0800_macOS_Mac_23E224.tmp", "2024-03-05T10:20:30-08:00",
      "macOS", "Mac", "23E224", isInProgress: true),
    Name(
      "sysdiagnose_2024.13.05_10-20-30-0800_macOS_Mac_23E224", nil, "macOS", "Mac", "23E224"),
    Name(
      "sysdiagnose_2023.02.29_10-20-30-0800_macOS_Mac_23E224", nil, "macOS", "Mac", "23E224"),
    Name(
      "sysdiagnose_2024.03.05_10-20-30-0800_Fridge-OS_Fridge-X_1A1", "2024-03-05T10:20:30-08:00",
      nil, "Fridge-X", "1A1"),
    Name(
      "sysdiagnose_2024.03.05_10-20-30-0800_macOS_Mac_23E224 (2)", "2024-03-05T10:20:30-08:00",
      "macOS", "Mac", "23E224"),
    Name(
      "sysdiagnose_2024.03.05_10-20-30-0800_macOS_Mac_23E224 copy 3", "2024-03-05T10:20:30-08:00",
      "macOS", "Mac", "23E224"),
    Name(
      "sysdiagnose_2024.03.05_10-20-30-0800_macOS_Mac_23E224.tar (1).gz",
      "2024-03-05T10:20:30-08:00", "macOS", "Mac", "23E224"),
    Name(
      "sysdiagnose_2024.03.05_10-20-30-0800_macOS_Mac_23E224 2", "2024-03-05T10:20:30-08:00",
      "macOS", "Mac", "23E224"),
  ]

  @Test(arguments: names)
  func aNameIsReadFromItsEnd(_ name: Name) throws {
    let identity = try #require(ArchiveIdentity(name: name.name))
    #expect(identity.name == name.name)
    #expect(identity.capturedAt?.rfc3339 == name.time)
    #expect(identity.platform == name.platform)
    #expect(identity.model == name.model)
    #expect(identity.build == name.build)
    #expect(identity.isInProgress == name.isInProgress)
  }

  @Test(
    arguments: [
      "", "_", "sysdiagnose", "sysdiagnose_", "sysdiagnose_notes", "zprint.txt",
      "sysdiagnose_2024.03.05", "sysdiagnose_24.03.05_10-20-30", "IN_PROGRESS_",
      "sysdiagnose_2024.03.05_10-20-30x0800_macOS_Mac_23E224", "sysdiagnose_2024.03.05_1020-30",
      "sysdiagnose_2024.+3.05_10-20-30", "spindump_2024.03.05_10-20-30-0800_macOS_Mac_23E224",
      "sysdiagnose_2024.03.05_10-20-30-08000_macOS_Mac_23E224",
    ])
  func otherNamesHaveNoIdentity(_ name: String) {
    #expect(ArchiveIdentity(name: name) == nil)
  }

  @Test(
    arguments: [
      ".tar.gz", ".tgz", ".tar", ".tar.xz", ".tar.bz2", ".tar.zst", ".TAR.GZ", ".tar.Z", "",
    ])
  func theEndingOfAFileIsDropped(_ ending: String) throws {
    let identity = try #require(ArchiveIdentity(fileName: Samples.top + ending))
    #expect(identity.name == Samples.top)
    #expect(identity.build == "23E224")
  }
}
