import AllocationBalance
import Foundation
import SysdiagnoseIngest
import Testing

/// The shipped archives as snapshots.
enum TestArchives {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let folder = root + "/TestArchives"

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

/// A folder that is removed with its test.
final class Scratch: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("store-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a name in the folder.
  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// The names in the folder, sorted.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}
