import MemorySections

@testable import MachineGenerator

/// kextstat and vm_stat.
extension Comparison {
  mutating func compare(_ kextstat: Kextstat, _ text: PrintedText) {
    let kexts = Dictionary(grouping: kextstat.kexts, by: \.line)
    var count = 0
    for (place, printed) in text.lines.enumerated() {
      guard case .kext(let truth) = printed.truth else { continue }
      count += 1
      compare(kexts[place + 1]?.first, truth, place + 1)
    }
    same("kexts", kextstat.kexts.count, count)
  }

  private mutating func compare(_ kext: Kext?, _ truth: Machine.Kext, _ line: Int) {
    guard let kext else { return fail("line \(line), kext \(truth.name): not read") }
    same("line \(line), index", kext.index, truth.index)
    same("line \(line), references", kext.references, truth.references)
    same("line \(line), address", kext.address, truth.address)
    size("size", kext.size, truth.size.map { .exact($0) } ?? .unknown, line: line)
    size("wired", kext.wired, truth.wired.map { .exact($0) } ?? .unknown, line: line)
    same("line \(line), name", kext.name, truth.name)
    same("line \(line), version", kext.version, truth.version)
    same("line \(line), uuid", kext.uuid, truth.uuid)
    same("line \(line), links", kext.linkedAgainst, truth.links)
  }

  /// The detected layout of the text; without marks K6 is identical to K5.
  mutating func compareGeneration(_ kextstat: Kextstat, _ layout: KextstatLayout) {
    let possible: Set<String> =
      switch layout.form {
      case .k1, .k2Narrow: ["K1-K2"]
      case .k2, .k3, .k4: ["K2-K4"]
      case .k5: ["K5"]
      case .k6: layout.preamble ? ["K6"] : ["K5", "K6"]
      }
    same("\(layout) as \(kextstat.generation)", possible.contains(kextstat.generation), true)
  }

  mutating func compare(_ vmStat: VMStat, _ text: PrintedText) {
    var samples = 0
    for (place, printed) in text.lines.enumerated() {
      switch printed.truth {
      case .pages(let name, let count, let tolerance):
        compare(vmStat, name, (count, tolerance), place + 1)
      case .firstSample(let sample):
        samples += 1
        for (name, count) in sample { compare(vmStat, name, count, place + 1) }
      case .sample: samples += 1
      default: break
      }
    }
    same("samples", vmStat.sampleCount, max(samples, 1))
  }

  private mutating func compare(
    _ vmStat: VMStat, _ name: String, _ truth: (printed: Int, tolerance: Int), _ line: Int
  ) {
    let states: [String: VMStat.PageState] = [
      "Pages free": .free, "Pages active": .active, "Pages inactive": .inactive,
      "Pages speculative": .speculative, "Pages throttled": .throttled,
      "Pages wired down": .wired, "Pages purgeable": .purgeable,
      "File-backed pages": .fileBacked, "Anonymous pages": .anonymous,
      "Pages stored in compressor": .storedInCompressor,
      "Pages occupied by compressor": .occupiedByCompressor,
    ]
    let pages = states[name].flatMap { vmStat.pages[$0] }
    same("line \(line), \(name)", pages?.pages, truth.printed)
    same("line \(line), \(name), tolerance", pages?.tolerance, truth.tolerance)
    same("line \(line), \(name), line", pages?.source?.line, line)
  }
}
