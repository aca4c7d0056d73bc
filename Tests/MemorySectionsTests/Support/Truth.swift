import Foundation
import MemorySections
import Testing

/// The truth about a test archive, from its model and not from the parsers.
///
/// It has only the figures that the tests compare; `TestArchives/README.md` describes them.
struct Truth: Decodable, Sendable {
  struct Size: Decodable, Sendable {
    let printedBytes: Int
    let toleranceBytes: Int?
  }

  struct ZoneRow: Decodable, Sendable {
    let name: String
    let nameIsTruncated: Bool
    let elementBytes: Int
    let currentBytes: Size
    let maximumBytes: Size?
    let currentCount: Int
    let inUseCount: Int
    let usedBytes: Int
  }

  struct Wired: Decodable, Sendable {
    let name: String
    let kind: String
    let tag: Int
    let loadTag: Int
    let printedBytes: Int
    let peakBytes: Int?
  }

  struct KextRow: Decodable, Sendable {
    let index: Int
    let references: Int
    let address: String
    let sizeBytes: Int
    let wiredBytes: Int
    let name: String
    let version: String
    let uuid: String?
    let linkedAgainst: [Int]
    let isThirdParty: Bool
  }

  struct Process: Decodable, Sendable {
    let name: String
    let pid: Int
    let isTranslated: Bool
    let footprint: Size?
    let peak: Size?
    let categoryCount: Int
    let errors: [String]
  }

  struct Kernel: Decodable, Sendable {
    struct Category: Decodable, Sendable {
      let name: String
      let regions: Int
    }
    let footprint: Size
    let categoryCount: Int
    let categories: [Category]?
  }

  struct Totals: Decodable, Sendable {
    let sizeBytes: Int
    let usedBytes: Int
    let allocatedBytes: Int
  }

  struct WiredTotal: Decodable, Sendable {
    let printedBytes: Int
    let printedX: String
    let printedY: String
  }

  struct KextBytes: Decodable, Sendable {
    let allRows: Int
    let withoutKpi: Int
  }

  struct Pages: Decodable, Sendable {
    let pageSize: Int
    let pages: [String: Int]
  }

  struct Member: Decodable, Sendable {
    let generations: [String]?
    let outcome: String
    let bytes: Int?
  }

  struct Identity: Decodable, Sendable {
    let bootTime: Int
    let build: String
    let model: String
  }

  let sections: [String: Member]
  let identity: Identity
  let installedBytes: Int?
  let pageSize: Int
  let isRedacted: Bool?
  let zones: [ZoneRow]?
  let zoneBytes: Size?
  let zonesRow: Size?
  let zoneTotals: Totals?
  let wired: [Wired]?
  let wiredTotal: WiredTotal?
  let mapCount: Int?
  let viewCount: Int?
  let kexts: [KextRow]?
  let kextImageBytes: KextBytes?
  let processes: [Process]?
  let kernelTask: Kernel?
  let summary: Size?
  let vmStat: Pages?
}
