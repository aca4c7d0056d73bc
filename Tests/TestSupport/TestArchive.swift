import Foundation
import Testing

/// One of the archives in `TestArchives`, with its texts and its truth.
struct TestArchive: Sendable, Equatable, CustomTestStringConvertible {
  let name: String
  var testDescription: String { name }

  static let folder = Project.root + "/TestArchives"

  var path: String { "\(Self.folder)/\(name).tar.gz" }

  /// What the model says of the machine, computed independently of any text and parser.
  func truth() throws -> Truth {
    let url = URL(fileURLWithPath: "\(Self.folder)/truth/\(name).json")
    return try JSONDecoder().decode(Truth.self, from: Data(contentsOf: url))
  }

  /// The folder with the source texts of its members.
  var texts: String { "\(Self.folder)/texts/\(name)" }

  /// The paths of its members below `texts`, sorted.
  func members() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: texts).sorted()
  }

  /// The source text of a member.
  func text(_ member: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(texts)/\(member)"))
  }

  static let seed = TestArchive(name: "osx-10.8-seed")
  static let leak = TestArchive(name: "macos-26-zone-leak")
  static let oneBit = TestArchive(name: "broken-one-bit")
  static let truncated = TestArchive(name: "broken-truncated")
  static let withoutMemory = TestArchive(name: "no-memory-section")
  static let withoutZprint = TestArchive(name: "macos-10.14-no-zprint")

  /// Every archive of the folder with a truth; new archives are included automatically.
  static let all: [TestArchive] = {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder + "/truth")) ?? []
    // A series has its own truth in addition to those of its archives.
    return names.filter { $0.hasSuffix(".json") }.sorted()
      .map { TestArchive(name: String($0.dropLast(5))) }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
  }()

  /// The archives with memory data.
  static let telling = all.filter { $0.name != withoutMemory.name }

  /// Those that differ in more than their numbers: the first of each series.
  static let different = telling.filter { !$0.name.contains("/") || $0.name.hasSuffix("/1") }

  /// The intact archives with memory data.
  static let whole = telling.filter { !$0.name.hasPrefix("broken-") }
}
