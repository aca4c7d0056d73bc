import Foundation
import Testing

@testable import TestSupport

/// An unpacked archive of a machine of a shipped model, with or without a leaking heap.
struct FleetArchive {
  /// The heap's size on a leaking machine, in K as printed.
  static let leaking = 2_886_720
  /// The heap's size on the first healthy machine; 100 K more on each further one.
  static let healthy = 40_960

  let machine: Int
  /// The day of the capture, in March.
  let day: Int
  let leaks: Bool

  private static let shipped = Project.root + "/TestArchives/texts/series-leak/1"

  /// Writes the folder below `scratch`.
  func write(_ scratch: Scratch) throws {
    let number = day < 10 ? "0\(day)" : "\(day)"
    let folder = "in/\(machine)-\(day)/sysdiagnose_2026.03.\(number)_10-00-00+0000_macOS_Mac_25D125"
    _ = try scratch.folder(folder)
    _ = try scratch.write(try zprint(), to: folder + "/zprint.txt")
    let kexts = try text("kextstat.txt").split(separator: "\n", omittingEmptySubsequences: false)
      .filter { leaks || !$0.contains("TestTunnel") }
    _ = try scratch.write(kexts.joined(separator: "\n"), to: folder + "/kextstat.txt")
    let sysctl = try text("sysctl.txt").replacing("test-lean", with: "host-\(machine)")
    _ = try scratch.write(sysctl, to: folder + "/sysctl.txt")
  }

  private func text(_ name: String) throws -> String {
    let file = URL(fileURLWithPath: Self.shipped + "/" + name)
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  /// Sets the heap's row, and the row of all zones and the total that include it.
  private func zprint() throws -> String {
    let text = try text("zprint.txt")
    guard !leaks else { return text }
    let size = Self.healthy + 100 * machine
    let less = Self.leaking - size
    let zones = 3_538_304
    let hundredths = 562_509 - (less * 100 + 512) / 1024
    let total = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)M"
    return
      text
      .replacing(" 2886720K ", with: " \("\(size)K".padded(to: 8)) ")
      .replacing(" \(zones)K", with: " \("\(zones - less)K".padded(to: 8))")
      .replacing("5625.09M of", with: "\(total.padded(to: 8)) of")
      .replacing("SIZE        = \(zones * 1024)", with: "SIZE        = \((zones - less) * 1024)")
  }
}

/// A store of a fleet's archives.
final class FleetStore: Sendable {
  let scratch: Scratch
  var store: String { scratch("fleet.sqlite") }

  init(_ archives: [FleetArchive]) async throws {
    scratch = try Scratch()
    for archive in archives { try archive.write(scratch) }
    let run = try await Program.run(["batch", scratch("in"), "--store", store, "-q"])
    try #require(run.status == 0, "\(run.errors)")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    String(repeating: " ", count: max(width - count, 0)) + self
  }
}
