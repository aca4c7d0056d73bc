import AllocationBalance
import MemorySections

@testable import MachineGenerator

/// A machine at one time, as in an archive.
struct Capture {
  var machine: Machine
  var plan: Plan
  /// Seconds since 1970.
  var seconds: Int
  /// Seconds since 1970; nil when the archive has none.
  var bootTime: Int?
  /// The host name; nil when the archive has none.
  var host: String?
  var model = "Mac16,5"
  /// The OS build; nil when the archive has none.
  var build: String?
  /// Additional reports in the archive: their kinds and texts.
  var reports: [(kind: SectionKind, text: String)] = []

  /// The snapshot parsed from the printed machine.
  func snapshot() -> Snapshot {
    var archive = CapturedArchive(path: "\(host ?? "unknown")-\(seconds).tar.gz")
    archive.capturedSeconds = seconds
    return Snapshot(
      archive: archive, scan: ScanSummary(outcome: .complete),
      sections: texts.map { read($0.text, as: $0.kind) })
  }

  private var texts: [(kind: SectionKind, text: String)] {
    var texts = reports
    if let layout = plan.zprint {
      texts.append((.zprint, ZprintPrinter(machine: machine, layout: layout).print().text))
    }
    if let layout = plan.kextstat {
      texts.append((.kextstat, KextstatPrinter(machine: machine, layout: layout).print().text))
    }
    if let layout = plan.footprint {
      texts.append((.footprint, FootprintPrinter(machine: machine, layout: layout).print().text))
    }
    texts.append((.sysctl, sysctl))
    return texts
  }

  private var sysctl: String {
    var lines = ["hw.memsize: \(machine.installed)", "hw.model: \(model)"]
    if let host { lines.append("kern.hostname: \(host)") }
    if let build { lines.append("kern.osversion: \(build)") }
    if let bootTime {
      lines.append("kern.boottime: { sec = \(bootTime), usec = 204112 } Fri Mar 13 01:20:01 2026")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
