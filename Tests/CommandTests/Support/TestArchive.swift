import Foundation
import Testing

/// One of the shipped archives, with its expected content.
struct TestArchive: Sendable, Equatable, CustomTestStringConvertible {
  let name: String
  var testDescription: String { name }

  static let folder = Project.root + "/TestArchives"

  var path: String { "\(Self.folder)/\(name).tar.gz" }

  /// The model's truth, computed independently of any text.
  func truth() throws -> Truth {
    let url = URL(fileURLWithPath: "\(Self.folder)/truth/\(name).json")
    return try JSONDecoder().decode(Truth.self, from: Data(contentsOf: url))
  }

  /// The source text of a member.
  func text(_ member: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/texts/\(name)/\(member)"))
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

/// The expected content of an archive.
struct Truth: Decodable {
  let balance: Balance
  let identity: Identity
  let installedBytes: Int?
  let isRedacted: Bool?
  let kextCount: Int?
  let kextImageBytes: KextImages?
  let thirdPartyKexts: [String]?
  let processCount: Int?
  let zoneRowCount: Int?
  let wiredRowCount: Int?
  let mapCount: Int?
  let wiredTotal: Size?
  let zones: [Zone]?
  let processes: [Process]?
  let listedProcesses: [ListedProcess]?
  let sections: [String: Section]
  let scan: Scan
  let footprintBeforeCut: FootprintBeforeCut?

  /// A process of an archive without footprint.
  struct ListedProcess: Decodable {
    let pid: Int
    let printedBytes: Int
  }

  struct Balance: Decodable {
    let kernel: Figure?
    let user: Figure?
  }

  struct Figure: Decodable {
    let printedBytes: Int
    let source: String
    let isLowerBound: Bool?
    let toleranceBytes: Int?
    let processesWithoutFootprint: Int?
  }

  struct Identity: Decodable {
    let name: String
    let capturedAt: String
    let model: String
    let build: String
    let osVersion: String
    let platform: String
  }

  struct KextImages: Decodable {
    let withoutKpi: Int
  }

  struct Size: Decodable {
    let printedBytes: Int
    let toleranceBytes: Int?
  }

  struct Zone: Decodable {
    let name: String
    let currentBytes: Size
    let inUseCount: Int
  }

  struct Process: Decodable {
    let name: String
    let pid: Int
    let footprint: Size?
  }

  struct Section: Decodable {
    let outcome: String
    let reason: String?
    let member: String?
    let bytes: Int?
    let generations: [String]?
  }

  struct Scan: Decodable {
    let outcome: String
    let problem: String?
    let members: [String]
  }

  struct FootprintBeforeCut: Decodable {
    let wholeProcesses: [Process]
    let endsInTheTableOf: Process
  }
}
