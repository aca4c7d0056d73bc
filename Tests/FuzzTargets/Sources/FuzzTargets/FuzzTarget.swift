@testable import SysdiagnoseArchive

import Foundation

/// The fuzz targets; `FUZZ_TARGET` in the environment selects one, and all share one binary.
enum FuzzTarget: String, CaseIterable {
  case streamISAL = "stream-isal"
  case streamZlib = "stream-zlib"
  case zprint
  case kextstat
  case footprint
  case processes
  case sections
  case identity
  case rules
  case report

  static let chosen: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      let known = allCases.map(\.rawValue).joined(separator: ", ")
      print("FUZZ_TARGET is \"\(name)\"; it must be one of \(known)")
      exit(2)
    }
    return target
  }()

  func run(_ bytes: UnsafeRawBufferPointer) {
    switch self {
    case .streamISAL: StreamTarget.run(bytes, engine: .standard)
    case .streamZlib: StreamTarget.run(bytes, engine: .zlib)
    case .zprint: SectionTarget.run(bytes, kind: .zprint, member: "zprint.txt")
    case .kextstat: SectionTarget.run(bytes, kind: .kextstat, member: "kextstat.txt")
    case .footprint: FootprintTarget.run(bytes)
    case .processes: ProcessTarget.run(bytes)
    case .sections: SectionTarget.run(selecting: bytes)
    case .identity: IdentityTarget.run(bytes)
    case .rules: RulesTarget.run(bytes)
    case .report: ReportTarget.run(bytes)
    }
  }
}

/// The entry that libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzTarget.chosen.run(UnsafeRawBufferPointer(start: start, count: count))
  return 0
}
