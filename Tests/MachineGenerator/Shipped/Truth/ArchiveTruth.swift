/// The expected content of an archive, computed from the model and never from the text.
struct ArchiveTruth {
  let archive: ShippedArchive
  var mac: ShippedMachine { archive.machine }
  var machine: Machine { archive.machine.machine }

  /// The whole truth; for a damaged archive, only its readable part.
  var value: JSONText {
    var facts: [String: JSONText] = [
      "archive": "\(archive.name).tar.gz", "identity": identity, "scan": scan,
      "sections": .object(sections),
      "installedBytes": isWhole("sysctl.txt") ? .int(machine.installed) : .null,
      "pageSize": .int(machine.pageSize),
      "balance": ["kernel": kernel, "user": userSide],
    ]
    func add(_ more: [String: JSONText]) { facts.merge(more) { $1 } }
    if isWhole("zprint.txt") {
      add(zones)
      if mac.showsWired { add(wired) }
    }
    if isWhole("kextstat.txt") { add(kexts) }
    if isWhole("footprint-all.txt") {
      add(footprint)
    } else if case .cut(let process) = archive.damage {
      facts["footprintBeforeCut"] = before(cut: process)
    }
    if isWhole("taskinfo.txt") { add(listed) }
    if isWhole("vm_stat.txt") { facts["vmStat"] = vmStat }
    add(incidents)
    add(examined)
    return .object(facts)
  }

  private var userSide: JSONText {
    isWhole("footprint-all.txt") ? user : isWhole("taskinfo.txt") ? listedUser : .null
  }

  /// The members that survive the damage, by their last path components.
  private var wholeMembers: [(path: String, text: String)] {
    guard case .cut = archive.damage else { return archive.members }
    return Array(archive.members.prefix { $0.path != "footprint-all.txt" })
  }

  /// Whether a member exists and is complete.
  func isWhole(_ name: String) -> Bool {
    wholeMembers.contains { Self.lastComponent($0.path) == name }
  }

  private static func lastComponent(_ path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  private var identity: JSONText {
    let identity = machine.identity
    var facts: [String: JSONText] = [
      "name": .string(identity.topFolder), "capturedAt": .string(identity.captured.text),
      "platform": .string(identity.platform), "model": .string(identity.model),
      "build": .string(identity.build), "osVersion": .string(identity.osVersion),
      "bootTime": .int(identity.bootTime),
    ]
    if !identity.host.isEmpty { facts["hostName"] = .string(identity.host) }
    return .object(facts)
  }

  private var scan: JSONText {
    let (outcome, problem) =
      switch archive.damage {
      case nil: ("complete", nil as String?)
      case .cut: ("truncated", "gzipTruncated")
      case .flippedBit: ("corrupt", "gzipChecksum")
      }
    func paths(_ members: [(path: String, text: String)]) -> JSONText {
      .array(members.map { "\(archive.topFolder)/\($0.path)" })
    }
    return [
      "outcome": .string(outcome), "problem": JSONText(problem), "members": paths(archive.members),
      "wholeMembers": paths(wholeMembers),
    ]
  }

  private static let kinds = [
    "zprint.txt": "zprint", "kextstat.txt": "kextstat", "footprint-all.txt": "footprint",
    "vm_stat.txt": "vmStat", "top.txt": "top", "spindump.txt": "spindump", "sysctl.txt": "sysctl",
    "vmmap.txt": "vmmap", "heap.txt": "heap", "leaks.txt": "leaks",
    "taskSummary.csv": "taskSummary", "sysdiagnose.log": "sysdiagnoseLog",
    "taskinfo.txt": "taskinfo", "spindump-nosymbols.txt": "spindump",
    "jetsam_priority.csv": "jetsamPriority",
  ]

  /// The kind of a member's section; nil when it is not one.
  private static func kind(of path: String) -> String? {
    let name = lastComponent(path)
    if name.hasPrefix("JetsamEvent-") { return "jetsam" }
    return name.hasPrefix("panic-full-") ? "panic" : kinds[name]
  }

  private var sections: [String: JSONText] {
    var sections: [String: JSONText] = [:]
    let whole = Set(wholeMembers.map(\.path))
    for (path, text) in archive.members {
      guard let kind = Self.kind(of: path) else { continue }
      var facts: [String: JSONText] = [
        "outcome": whole.contains(path) ? "parsed" : "partial",
        "member": "\(archive.topFolder)/\(path)", "bytes": .int(text.utf8.count),
      ]
      if kind == "zprint" { facts["generations"] = alike(mac.zprint?.letter) }
      if kind == "kextstat" { facts["generations"] = alike(mac.kextstat?.letter) }
      sections[kind] = .object(facts)
    }
    for (kind, reason) in archive.missing {
      sections[kind] = ["outcome": "missing", "reason": .string(reason)]
    }
    return sections
  }

  /// The generations that a text alone cannot distinguish from one.
  private func alike(_ generation: String?) -> JSONText {
    let alike = [["D", "E"], ["H", "I"], ["K3", "K4"]]
    let names = alike.first { $0.contains(generation ?? "") } ?? [generation ?? ""]
    return .array(names.map { .string($0) })
  }

  private var vmStat: JSONText {
    let names = [
      "free", "active", "inactive", "speculative", "throttled", "wired", "purgeable",
      "file_backed", "anonymous", "stored", "compressor",
    ]
    let counts = (mac.pages?.counters ?? []).map { JSONText.int($0.count) }
    return [
      "pageSize": .int(machine.pageSize),
      "pages": .object(Dictionary(uniqueKeysWithValues: zip(names, counts))),
    ]
  }
}
