/// The truth of an archive: what its model says, in the figures that tests compare.
///
/// `TestArchives/README.md` describes the file. A key is absent when the archive lacks the section.
struct Truth: Decodable, Sendable {
  let balance: Balance
  let identity: Identity
  let scan: Scan
  let sections: [String: Member]
  let installedBytes: Int?
  let pageSize: Int
  let vmStat: Pages?

  // zprint.
  let isRedacted: Bool?
  let zones: [Zone]?
  let zoneRowCount: Int?
  let zoneBytes: Size?
  let zonesRow: Size?
  let zoneTotals: ZoneTotals?
  let wired: [Wired]?
  let wiredRowCount: Int?
  let wiredTotal: WiredTotal?
  let mlock: Size?
  let mapCount: Int?
  let viewCount: Int?

  // kextstat.
  let kexts: [Kext]?
  let kextCount: Int?
  let kextImageBytes: KextImages?
  let thirdPartyKexts: [String]?

  // footprint, or the list of processes that stands in for it.
  let kernelTask: KernelTask?
  let processes: [Process]?
  let processCount: Int?
  let summary: Size?
  let footprintBeforeCut: FootprintBeforeCut?
  let listedProcesses: [ListedProcess]?
  let groups: [Group]?

  /// The process that vmmap, heap and leaks examined.
  let examined: ExaminedProcess?

  /// A size of the model, and as the tool prints it.
  struct Size: Decodable, Sendable {
    let exactBytes: Int?
    let printedBytes: Int
    let toleranceBytes: Int?
  }

  struct Balance: Decodable, Sendable {
    let kernel: Figure?
    let user: Figure?
  }

  /// One side of the balance.
  struct Figure: Decodable, Sendable {
    let exactBytes: Int?
    let printedBytes: Int
    let source: String
    let isLowerBound: Bool?
    let toleranceBytes: Int?
    let processesWithoutFootprint: Int?
  }

  struct Identity: Decodable, Sendable {
    let name: String
    let capturedAt: String
    let bootTime: Int
    let model: String
    let build: String
    let osVersion: String
    let platform: String
  }

  struct Scan: Decodable, Sendable {
    let outcome: String
    let problem: String?
    let members: [String]
  }

  /// How well a section can be read, and the layouts that its text fits.
  struct Member: Decodable, Sendable {
    let outcome: String
    let reason: String?
    let member: String?
    let bytes: Int?
    let generations: [String]?
  }

  struct Pages: Decodable, Sendable {
    let pageSize: Int
    let pages: [String: Int]
  }
}

/// The kernel's part of the truth.
extension Truth {
  struct Zone: Decodable, Sendable {
    let name: String
    let nameIsTruncated: Bool
    let elementBytes: Int
    let currentBytes: Size
    let maximumBytes: Size?
    let currentCount: Int
    let inUseCount: Int
    let usedBytes: Int
  }

  struct ZoneTotals: Decodable, Sendable {
    let sizeBytes: Int
    let usedBytes: Int
    let allocatedBytes: Int
  }

  struct Wired: Decodable, Sendable {
    let name: String
    let kind: String
    let tag: Int
    let loadTag: Int
    let printedBytes: Int
    let peakBytes: Int?
  }

  /// The table's total: its bytes, and the two numbers of its line as printed.
  struct WiredTotal: Decodable, Sendable {
    let printedBytes: Int
    let printedX: String
    let printedY: String
  }

  struct Kext: Decodable, Sendable {
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

  struct KextImages: Decodable, Sendable {
    let allRows: Int
    let withoutKpi: Int
  }

  struct KernelTask: Decodable, Sendable {
    let footprint: Size
    let categoryCount: Int
    let categories: [Category]?

    struct Category: Decodable, Sendable {
      let name: String
      let regions: Int
    }
  }
}

/// The processes' part of the truth.
extension Truth {
  struct Process: Decodable, Sendable {
    let name: String
    let pid: Int
    let isTranslated: Bool
    let footprint: Size?
    let peak: Size?
    let categoryCount: Int
    let errors: [String]
  }

  /// What a truncated footprint holds before the cut.
  struct FootprintBeforeCut: Decodable, Sendable {
    let wholeProcesses: [Row]
    let endsInTheTableOf: Row

    struct Row: Decodable, Sendable {
      let name: String
      let pid: Int
      let footprint: Size?
    }
  }

  /// A process of an archive without footprint.
  struct ListedProcess: Decodable, Equatable, Sendable {
    let name: String
    let pid: Int
    let app: String
    let printedBytes: Int
    let toleranceBytes: Int
    let peakBytes: Int
  }

  /// The processes of an app.
  struct Group: Decodable, Equatable, Sendable {
    let app: String
    let processCount: Int
    let printedBytes: Int
  }

  struct ExaminedProcess: Decodable, Sendable {
    let name: String
    let pid: Int
    let footprintBytes: Int
    let mallocBytes: Int
    let fragmentationBytes: Int
    let blocks: Int
    let blockBytes: Int
    let leakCount: Int
    let leakedBytes: Int
    let types: [Part]
    let zones: [Part]
    let classes: [Part]

    struct Part: Decodable, Sendable {
      let name: String
      let footprintBytes: Int?
      let allocatedBytes: Int?
      let bytes: Int?
    }
  }
}
