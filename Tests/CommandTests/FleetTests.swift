import Foundation
import Testing

@testable import TestSupport

/// `fleet` on a store filled by `batch --store`.
struct FleetTests {
  /// Twelve machines; numbers 0 to 3 leak and have the kext TestTunnel.
  private static let machines =
    (0..<12).map { FleetArchive(machine: $0, day: 10, leaks: $0 < 4) } + [
      // One was healthy and one leaked earlier: the latest counts.
      FleetArchive(machine: 3, day: 2, leaks: false),
      FleetArchive(machine: 7, day: 3, leaks: true),
    ]

  private static let shared = Shared { try await FleetStore(machines) }

  @Test("outliers are named with their shared kext")
  func text() async throws {
    let fleet = try await Self.shared.get()
    let run = try await Program.run(["fleet", fleet.store])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(
      run.outputLines.first
        == "4 of 12 compared machines are outliers. com.example.nke.TestTunnel is on 4 of 4 outliers "
        + "and on 0 of 8 others.")
    for machine in 0..<12 {
      #expect(run.output.contains("host-\(machine).example") == (machine < 4))
    }
  }

  @Test("JSON has each excess and its snapshot")
  func json() async throws {
    let filled = try await Self.shared.get()
    let store = filled.store
    let run = try await Program.run(["fleet", store, "--format", "json"])
    let fleet = try JSONDecoder().decode(FleetObject.self, from: run.outputBytes)
    #expect(fleet.schemaVersion == 1)
    #expect(fleet.machineCount == 12)
    #expect(fleet.judgedCount == 12)
    #expect(fleet.outliers.map(\.machine.name).sorted() == (0..<4).map { "host-\($0).example" })
    for outlier in fleet.outliers {
      let number = try #require(outlier.machine.name.dropFirst(5).first?.wholeNumberValue)
      #expect(outlier.machine.archivePath.contains("/in/\(number)-10"))
      #expect(outlier.parts.map(\.name) == ["data.kalloc.1024"])
      #expect(outlier.parts.map(\.standsOut) == [true])
      // Eight zones of 40 MB plus multiples of 100 KB, four of 2,819: the median is that of
      // machines 9 and 10.
      let median = (FleetArchive.healthy + 100 * 19 / 2) * 1024
      #expect(outlier.parts.map(\.excessBytes) == [FleetArchive.leaking * 1024 - median])
    }
    let kext = try #require(fleet.sharedKexts.first?.kexts.first)
    #expect(kext.name == "com.example.nke.TestTunnel")
    #expect(kext.isShared)
    // One of comb(12, 4) = 495 draws, times the three kexts of the machines.
    #expect(abs(kext.chance - 3 / 495.0) < 1e-12)
  }

  @Test("a filter excludes snapshots before the latest of each machine is chosen")
  func filters() async throws {
    let filled = try await Self.shared.get()
    let store = filled.store
    let selections = [
      ["--since", "2026-03-10"], ["--since", "2026-03-04T00:00:00+01:00"], ["--model", "Mac16,1"],
      ["--build", "25D125"],
    ]
    for selection in selections {
      let run = try await Program.run(["fleet", store] + selection)
      #expect(
        run.outputLines.first?.hasPrefix("4 of 12 compared machines are outliers.") == true,
        "\(selection)")
    }
    let one = try await Program.run(["fleet", store, "--machine", "host-3.example"])
    #expect(one.status == 0)
    #expect(
      one.outputLines.first
        == "1 machine: too few similar Macs to compare.")
  }

  @Test("an empty selection ends with 1 and describes the store")
  func nothing() async throws {
    let scratch = try Scratch()
    let fleet = try await Self.shared.get()
    let store = fleet.store
    for selection in [["--model", "Mac1,1"], ["--build", "1A1"], ["--since", "2026-03-11"]] {
      let run = try await Program.run(["fleet", store, "-o", scratch("out")] + selection)
      #expect(run.status == 1)
      #expect(run.outputBytes.isEmpty)
      #expect(
        run.errorLines == [
          "sysbalance: \(store): no snapshot is of this selection; the store holds 14 of 12 "
            + "machines: models Mac16,1; builds 25D125"
        ])
    }
    #expect(try scratch.names().contains("out") == false)
  }

  @Test(
    "wrong usage ends with 2",
    arguments: [
      ["--since", "yesterday"], ["--since", "2026-02-30"], ["--top", "0"], ["--format", "xml"],
      ["--table", "machines"], ["--format", "csv", "--table", "rows"], ["--excess", "0"],
      ["--deviations", "0"], ["--least", "2"],
    ])
  func usage(_ arguments: [String]) async throws {
    let run = try await Program.run(["fleet", "missing.sqlite"] + arguments)
    #expect(run.status == 2)
    #expect(run.outputBytes.isEmpty)
  }

  @Test("a file that is not a store ends with 1", arguments: ["missing", "text", "archive"])
  func noStore(_ kind: String) async throws {
    let scratch = try Scratch()
    let path =
      switch kind {
      case "text": try scratch.write("no store", to: "text")
      case "archive": TestArchive.seed.path
      default: scratch("missing")
      }
    let run = try await Program.run(["fleet", path])
    #expect(run.status == 1)
    #expect(run.outputBytes.isEmpty)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("sysbalance: \(path): "))
  }

  @Test(
    "each table has its columns and rows",
    arguments: [
      ("outliers", "machine,model,installedBytes,", 4 * 2), ("machines", "machine,model,", 12),
      ("kexts", "model,kext,version,", 3), ("measures", "model,installedBytes,build,", nil),
    ] as [(String, String, Int?)])
  func csv(_ table: String, _ head: String, _ rows: Int?) async throws {
    let filled = try await Self.shared.get()
    let store = filled.store
    let run = try await Program.run(["fleet", store, "--format", "csv", "--table", table])
    let lines = run.output.components(separatedBy: "\r\n").dropLast()
    #expect(lines.first?.hasPrefix(head) == true)
    if let rows { #expect(lines.count == rows + 1) }
    #expect(lines.count > 1)
  }

  @Test("without zprint, kernel_task's categories identify outliers")
  func categories() async throws {
    let scratch = try Scratch()
    let shipped = "\(Project.root)/TestArchives/texts/macos-10.14-no-zprint/"
    let footprint = try String(contentsOfFile: shipped + "footprint-all.txt", encoding: .utf8)
    let sysctl = try String(contentsOfFile: shipped + "sysctl.txt", encoding: .utf8)
    // 4,000 MB more of apfs vnodes: in the row, the total and the header.
    let leaking =
      footprint
      .replacing(
        "\n 137 MB        0 B        0 B      6304 KB ",
        with: "\n4137 MB        0 B        0 B      6304 KB "
      )
      .replacing("2018 MB", with: "6018 MB")
    for machine in 0..<9 {
      let folder = "in/sysdiagnose_2019.06.11_14-03-2\(machine)+0200_Mac_OS_X_MacBookPro15-1_18F132"
      _ = try scratch.folder(folder)
      _ = try scratch.write(
        machine < 2 ? leaking : footprint, to: folder + "/footprint-all.txt")
      _ = try scratch.write(
        sysctl + "kern.hostname: host-\(machine).example\n", to: folder + "/sysctl.txt")
    }
    let store = scratch("fleet.sqlite")
    let batch = try await Program.run(["batch", scratch("in"), "--store", store, "-q"])
    #expect(batch.status == 0, "\(batch.errors)")
    let run = try await Program.run(["fleet", store, "--format", "json"])
    let fleet = try JSONDecoder().decode(FleetObject.self, from: run.outputBytes)
    #expect(fleet.judgedCount == 9)
    #expect(
      fleet.outliers.map(\.machine.name).sorted() == ["host-0.example", "host-1.example"])
    for outlier in fleet.outliers {
      #expect(outlier.parts.map(\.name) == ["apfs vnode"])
      #expect(outlier.parts.map(\.excessBytes) == [4000 * 1_048_576])
    }
  }

  @Test("the thresholds are options")
  func thresholds() async throws {
    let filled = try await Self.shared.get()
    let store = filled.store
    let high = try await Program.run(["fleet", store, "--excess", "4000"])
    #expect(high.outputLines.first == "None of 12 compared machines is an outlier.")
    // The option's old name still works.
    for option in ["--min-machines", "--least"] {
      let many = try await Program.run(["fleet", store, option, "13"])
      #expect(many.outputLines.first == "12 machines: too few similar Macs to compare.")
    }
  }
}

/// The parts of `fleet --format json` that the tests use.
private struct FleetObject: Decodable {
  let schemaVersion: Int
  let machineCount: Int
  let judgedCount: Int
  let outliers: [Outlier]
  let sharedKexts: [Kexts]

  struct Outlier: Decodable {
    let machine: Machine
    let parts: [Part]
  }
  struct Machine: Decodable {
    let name: String
    let archivePath: String
  }
  struct Part: Decodable {
    let name: String
    let excessBytes: Int
    let standsOut: Bool
  }
  struct Kexts: Decodable { let kexts: [Kext] }
  struct Kext: Decodable {
    let name: String
    let chance: Double
    let isShared: Bool
  }
}
