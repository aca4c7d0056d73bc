import Foundation

@testable import TestSupport

/// An archive with secrets in every place where a text may have them.
final class PlantedArchive: Sendable {
  /// Strings forbidden in redacted output, in lower case: parts of the tokens, to catch halves too.
  static let marks = [
    "quil", "corp.example", "zebu", "marthaq", "hushproj", "divorce", "offerletter", "c02zq",
    "1plmd",
    "00008103", "1b2c3d4e", "9f8e7d6c", "5b4a3928", "a4:83:e7", "10.42.17", "2001:db8:44",
  ]

  /// All forbidden strings, also those of forms that a report may leave out.
  static let allMarks = marks + PlantedTokens.marks

  static let host = "Quillon-MacBook-Pro"
  static let user = "zebulon"

  /// A sentence for each token, as it may occur in any text.
  static let sentences =
    [
      "seen on \(host).corp.example by name", "seen on \(host) by label",
      "Quillon MacBook Pro is it",
      "owner \(user) of it", "ZEBULON-helper runs", "owner marthaquist of it",
      "open /Users/\(user)/HushProject/Divorce Plan/offerletter.pdf failed",
      "open ~/HushProject/Divorce Plan/offerletter.pdf failed",
      "file:\\/\\/\\/Users\\/\(user)\\/HushProject\\/divorce.txt gone", "see C02ZQ1PLMD6T here",
      "Serial Number (system): C02ZQ1PLMD6T", "udid 00008103-000A1B2C3D4E5F60 here",
      "udid 9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c here",
      "Hardware UUID: 5B4A3928-5CA3-41D8-8D87-AE0FF414CF1B", "en0 a4:83:e7:5c:0f:22 up",
      "from 10.42.17.203 port 22", "from 2001:db8:44:0:9:aa:bb:cc port 22",
      "mail zeb.quillon@corp.example.com now",
      // Half of it exceeds the kept part of an unread line.
      String(repeating: "x ", count: 95) + "\(host) is cut",
      String(repeating: "y ", count: 97) + user,
    ] + PlantedTokens.sentences

  /// The archive of the tests that only read it.
  static let shared = Shared { try await PlantedArchive() }

  /// The forbidden strings that are in a text, in any case, each with what surrounds it.
  ///
  /// C searches: a test looks for dozens of strings in megabytes.
  static func leaks(_ marks: [String] = allMarks, in text: String) -> [String] {
    var bytes = Array(withoutHashes(text).lowercased().utf8)
    endNothingEarly(&bytes)
    return (bytes + [0]).withUnsafeBytes { buffer -> [String] in
      guard let start = buffer.bindMemory(to: CChar.self).baseAddress else { return [] }
      return marks.compactMap { mark in
        guard let place = strstr(start, mark).map({ UnsafePointer($0) - start }) else { return nil }
        let around = bytes[max(place - 80, 0)..<min(place + 120, bytes.count)]
        return "\(mark): …\(String(decoding: around, as: UTF8.self))…"
      }
    }
  }

  /// The text without the hashes in a page's policy, which hold any two letters.
  private static func withoutHashes(_ text: String) -> String {
    guard text.contains("sha256-") else { return text }
    return text.replacingOccurrences(
      of: "sha256-[A-Za-z0-9+/]{43}=", with: "sha256", options: .regularExpression)
  }

  /// Replaces NUL, which would end a C string: a database has many.
  private static func endNothingEarly(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      var place = 0
      while let zero = memchr(start + place, 0, buffer.count - place) {
        place = zero - start
        buffer[place] = UInt8(ascii: " ")
      }
    }
  }

  /// How many members have the sentences, and names of files and folders have tokens.
  static var places: Int { get throws { try members().count + 4 } }

  static let folderName = "sysdiagnose_2026.04.22_03-26-12+0200_macOS_Mac_25D125"

  let scratch: Scratch
  /// The archive, in a home folder of the same person.
  let path: String
  /// The same archive, truncated.
  let broken: String
  /// The same archive, its file and its top folder named after a customer.
  let renamed: String
  /// The folder of all.
  let folder: String

  init() async throws {
    scratch = try Scratch()
    let top = try scratch.folder("build/\(Self.folderName)")
    folder = try scratch.folder("Users/\(Self.user)/Divorce Plan")
    path = "\(folder)/\(Self.host).tar.gz"
    renamed = "\(folder)/AcmeHolding 12.tar.gz"
    broken = "\(folder)/\(Self.user)-broken.tar.gz"
    for (member, text) in try Self.members() {
      let url = URL(fileURLWithPath: "\(top)/\(member)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    try await Tool.run("tar", ["czf", path, "-C", scratch("build"), Self.folderName])
    try FileManager.default.moveItem(atPath: top, toPath: scratch("build/AcmeHolding 12"))
    try await Tool.run("tar", ["czf", renamed, "-C", scratch("build"), "AcmeHolding 12"])
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    try whole.prefix(whole.count * 3 / 4).write(to: URL(fileURLWithPath: broken))
  }

  /// The names and texts of the members.
  private static func members() throws -> [(String, String)] {
    let panic = TestArchive(name: "macos-26-after-panic")
    func text(_ member: String) throws -> String {
      String(decoding: try panic.text(member), as: UTF8.self)
    }
    let lines = sentences.map { $0 + "\n" }.joined()
    let report = "crashes_and_spins/panic-full-2026-04-22-031304.0002.ips"
    let jetsam = try TestArchive(name: "series-leak/1").text(
      "crashes_and_spins/JetsamEvent-2026-04-20-085300.ips")
    let plain = [
      "zprint.txt", "kextstat.txt", "vm_stat.txt", "sw_vers.txt", "taskSummary.csv", "spindump.txt",
      "top.txt", "sysdiagnose.log",
    ]
    return try plain.map { ($0, try text($0) + extra[$0, default: ""] + lines) } + [
      ("footprint-all.txt", footprint(try text("footprint-all.txt"))),
      ("sysctl.txt", sysctl(try text("sysctl.txt")) + lines),
      ("ps.txt", try text("ps.txt") + "marthaquist 77 1 0.1 0.1 1 1 Ss agent\n"),
      (report, inJSON(panicked(try text(report)))),
      (
        "crashes_and_spins/JetsamEvent-2026-04-20-085300.ips",
        inJSON(
          String(decoding: jetsam, as: UTF8.self)
            .replacing(
              "\"largestProcess\" : \"WindowServer\"",
              with: "\"largestProcess\" : \"\(user) on \(host)\""))
      ),
    ] + PlantedTokens.statements + [
      ("\(host)/Users/\(user)/HushProject/sysctl-a.txt", "hw.memsize: 1\n" + lines)
    ]
  }

  /// Lines in the format of their section.
  private static let extra = [
    "kextstat.txt":
      "   77    0 0                  0x8000     0x8000     com.\(user).agent.driver (4.0.2) "
      + "2106C805-7383-41D1-90EA-5083CF097969 <9 7>\n",
    "zprint.txt": "\(user).zone        16 bad 1\n",
    "taskSummary.csv":
      "\"/Users/\(user)/HushProject/zprint -t\",\"exited with status 1\",0.1,60\n",
    "top.txt": "\nPID    COMMAND      STATE    USER        MEM\n"
      + "402    agent        sleeping marthaquist 12M\n403    ZebulonSync  sleeping root        12M\n",
    "sysdiagnose.log":
      "vm_stat (/Users/\(user)/HushProject/vm_stat -t): Req - 0011 State - 00B8. "
      + "Did conditions pass: 0\n",
    "spindump.txt": "\nProcess: \(user)-agent [91]\nPath: /Users/\(user)/HushProject/divorce\n",
  ]

  private static func sysctl(_ text: String) -> String {
    text.replacing(#/kern.hostname: .*/#, with: "kern.hostname: \(host).corp.example")
  }

  /// A process with a revealing name, and lines in the places of footprint's messages and errors.
  private static func footprint(_ text: String) -> String {
    let long = "\(user) helper for everyone on \(host) and its serial C02ZQ1PLMD6T"
    let rule = String(repeating: "=", count: 90)
    let tableStart =
      "\n  Dirty  (Swapped)      Clean  Reclaimable    (Wired)    Regions    Category\n"
    let process = """
      \(rule)
      \(long) [9001]: 64-bit    Footprint: 9000 MB (16384 bytes per page)
      Errors: cannot open /Users/\(user)/HushProject/divorce.db for \(host)
      \(rule)
      \(tableStart)9000 MB        0 B        0 B          0 B        0 B          1    \(user) heap
      9000 MB        0 B        0 B          0 B        0 B          1    TOTAL

      """
    let start = text.range(of: "WindowServer [")?.lowerBound ?? text.endIndex
    let head = text[..<start].dropLast(91)
    return sentences.joined(separator: "\n") + "\n" + head + process + rule + "\n" + text[start...]
  }

  /// A panic full of secrets: wherever its words are cut, one of them is.
  private static func panicked(_ text: String) -> String {
    let words = "at \(host) for \(user) in \\/Users\\/\(user)\\/HushProject\\/divorce.txt, "
    return text.replacing(
      "): zalloc[3]:", with: "): " + String(repeating: words, count: 8) + "zalloc[3]:"
    ).replacing("pid 402: ExampleServer", with: "pid 402: \(user)-on-\(host)")
  }

  private static func inJSON(_ text: String) -> String {
    let planted = sentences.enumerated().map { index, sentence in
      "  \"planted\(index)\" : \"\(sentence)\",\n"
    }
    return text.replacing(
      "  \"product\"", with: planted.joined() + "  \"zebulon\" : 1,\n  \"product\"")
  }
}
