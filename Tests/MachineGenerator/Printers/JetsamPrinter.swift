/// Prints a JetsamEvent with real indentation: memoryStatus is two columns to the left.
struct JetsamPrinter {
  let event: JetsamEvent
  private let frame: IncidentPrinter

  init(machine: Machine, event: JetsamEvent) {
    self.event = event
    frame = IncidentPrinter(machine: machine, time: event.time)
  }

  /// The member's path.
  var path: String { frame.path("JetsamEvent") }

  /// The states of pages, in the report's order and wording.
  private static let states = [
    "active", "throttled", "fileBacked", "wired", "anonymous", "purgeable", "inactive", "free",
    "speculative",
  ]

  /// The member's text.
  func print() -> String {
    let status: KeyValuePairs<String, JSONText> = [
      "compressorSize": .int(event.compressorPages), "compressions": .int(event.compressions),
      "decompressions": .int(event.decompressions), "zoneMapCap": .int(event.zoneMapCapacity),
      "largestZone": .string(event.largestZone), "largestZoneSize": .int(event.largestZoneSize),
      "pageSize": .int(frame.machine.pageSize), "uncompressed": .int(event.uncompressedPages),
      "zoneMapSize": .int(event.zoneMapSize),
    ]
    let pages = Self.states.map { "    \"\($0)\" : \(event.pages[$0] ?? 0)" }
    var lines = frame.head("298")
    lines += ["  \"bug_type\" : \"298\",", "  \"timeDelta\" : 5,", "  \"memoryStatus\" : {"]
    lines += status.map { "  \"\($0)\" : \($1.line)," }
    lines += ["  \"memoryPages\" : {", pages.joined(separator: ",\n"), "  }", "},"]
    lines += ["  \"largestProcess\" : \"\(event.largestProcess)\",", "  \"genCounter\" : 0,"]
    let processes = event.processes.map { process($0.name, $0.pid, $0.pages) }
    lines += ["  \"processes\" : [", processes.joined(separator: ",\n"), "  ]", "}"]
    return lines.map { $0 + "\n" }.joined()
  }

  private func process(_ name: String, _ pid: Int, _ pages: Int) -> String {
    let random = frame.random
    let uuid = random.uuid().lowercased()
    let age = random.int(10_000_000_000...1_000_000_000_000)
    let files = random.pick([25, 50, 100, 200])
    return [
      "  {", "    \"uuid\" : \"\(uuid)\",", "    \"states\" : [", "      \"active\"", "    ],",
      "    \"age\" : \(age),", "    \"purgeable\" : 0,", "    \"fds\" : \(files),",
      "    \"coalition\" : \(random.int(40...900)),", "    \"rpages\" : \(pages),",
      "    \"priority\" : 0,", "    \"physicalPages\" : {", "      \"internal\" : [",
      "        \(pages * 7 / 10),", "        \(pages * 3 / 10)", "      ]", "    },",
      "    \"pid\" : \(pid),", "    \"name\" : \"\(name)\",",
      "    \"lifetimeMax\" : \(pages * 6 / 5)", "  }",
    ].joined(separator: "\n")
  }
}
