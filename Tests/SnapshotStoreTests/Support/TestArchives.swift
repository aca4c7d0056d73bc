import AllocationBalance
import Foundation
import SysdiagnoseIngest
import Testing

@testable import TestSupport

/// The shipped archives as snapshots.
enum TestArchives {
  private static let folder = TestArchive.folder

  /// Every archive, including those of the series, by relative path.
  static let all: [String] = {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".tar.gz") }.sorted()
  }()

  /// An archive as the program reads it.
  static func snapshot(_ name: String) throws -> Snapshot {
    try snapshots[name]?.get() ?? read(name)
  }

  /// All archives, each read once.
  private static let snapshots = Dictionary(
    uniqueKeysWithValues: all.map { name in (name, Result { try read(name) }) })

  private static func read(_ name: String) throws -> Snapshot {
    let captures = try CaptureLoader().captures(in: "\(folder)/\(name)")
    return try #require(captures.first).snapshot
  }
}
