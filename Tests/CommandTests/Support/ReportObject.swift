import Foundation

/// The parts of a report's JSON that the tests use.
struct ReportObject: Decodable, Equatable, Sendable {
  let schemaVersion: Int
  let archive: Archive
  let scan: Scan
  let sections: [Section]
  let balance: Balance
  let ledger: [Entry]
  let kernel: Kernel
  let user: User

  init(_ bytes: Data) throws {
    self = try JSONDecoder().decode(Self.self, from: bytes)
  }

  init(_ line: String) throws {
    try self.init(Data(line.utf8))
  }

  func section(_ kind: String) -> Section? { sections.first { $0.kind == kind } }

  struct Archive: Decodable, Equatable {
    let path: String
    let name: String?
    let compressedBytes: Int?
    let capturedAt: String?
    let capturedAtLocal: String?
    let platform: String?
    let model: String?
    let build: String?
    let osVersion: String?
  }

  struct Scan: Decodable, Equatable {
    let outcome: String
    let membersSeen: Int
    let problems: [Problem]

    struct Problem: Decodable, Equatable {
      let code: String
    }
  }

  struct Section: Decodable, Equatable {
    let kind: String
    let outcome: String
    let member: String?
    let bytes: Int?
    let generation: String?
    let reason: String?
    let unreadLineCount: Int?
  }

  struct Balance: Decodable, Equatable {
    let kernel: Figure?
    let user: Figure?
    let kernelShare: Double?
    let installedBytes: Int?
    let unexplainedBytes: Int?

    struct Figure: Decodable, Equatable {
      let bytes: Int
      let toleranceBytes: Int
      let source: String
      let isLowerBound: Bool
    }
  }

  struct Entry: Decodable, Equatable {
    let component: String
    let bytes: Int?
    let relation: String
  }

  struct Kernel: Decodable, Equatable {
    let zones: [Zone]?
    let wired: [Named]?
    let wiredTotalBytes: Int?
    let maps: [Named]?
    let kexts: [Kext]?
    let kextImageBytes: Int?
    let kernelTask: KernelTask?

    struct Zone: Decodable, Equatable {
      let name: String
      let currentBytes: Int?
      let inUseCount: Int
    }

    struct Named: Decodable, Equatable {
      let name: String
      let bytes: Int
    }

    struct Kext: Decodable, Equatable {
      let name: String
      let isThirdParty: Bool
    }

    struct KernelTask: Decodable, Equatable {
      let footprintBytes: Int?
    }
  }

  struct User: Decodable, Equatable {
    let processes: [Process]?

    struct Process: Decodable, Equatable {
      let name: String
      let pid: Int
      let footprintBytes: Int?
    }
  }
}
