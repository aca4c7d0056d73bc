/// The frame of the reports in `crashes_and_spins/`: a header line of JSON and a body below it.
struct IncidentPrinter {
  let machine: Machine
  let time: LocalTime
  let random: StableRandom
  private let incident: String
  private var identity: Machine.Identity { machine.identity }

  init(machine: Machine, time: LocalTime) {
    (self.machine, self.time) = (machine, time)
    random = StableRandom("\(machine.identity.model) \(time.text)")
    incident = random.uuid()
  }

  /// The path of a report of this kind.
  func path(_ kind: String, _ ending: String = "") -> String {
    "crashes_and_spins/\(kind)-" + time.formatted("%Y-%m-%d-%H%M%S") + "\(ending).ips"
  }

  /// The time in the format of reports.
  var stamp: String { time.formatted("%Y-%m-%d %H:%M:%S.00 %z") }

  var kernelVersion: String {
    "Darwin Kernel Version \(identity.darwin): Tue Feb 10 20:00:00 PST 2026; "
      + "root:xnu-12377.81.4~5/RELEASE_ARM64_T8132"
  }

  private var system: String { "macOS \(identity.osVersion) (\(identity.build))" }

  /// The header's line, and the body's lines that every report begins with.
  func head(_ type: String) -> [String] {
    let key = random.digits160()
    return [
      "{\"bug_type\":\"\(type)\",\"timestamp\":\"\(stamp)\",\"os_version\":\"\(system)\","
        + "\"roots_installed\":0,\"incident_id\":\"\(incident)\"}", "{",
      "  \"build\" : \(Self.escaped(system)),", "  \"product\" : \"\(identity.model)\",",
      "  \"kernel\" : \(Self.escaped(kernelVersion)),", "  \"incident\" : \"\(incident)\",",
      "  \"crashReporterKey\" : \"\(key)\",", "  \"date\" : \"\(stamp)\",",
    ]
  }

  /// A JSON string in the style of Apple's writer: slashes are escaped too.
  static func escaped(_ text: String) -> String {
    JSONText.quoted(text).replacing("/", with: "\\/")
  }
}
