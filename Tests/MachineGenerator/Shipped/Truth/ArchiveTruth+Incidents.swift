/// The content besides the memory sections: top, spindump, a JetsamEvent, a panic.
extension ArchiveTruth {
  var incidents: [String: JSONText] {
    var facts: [String: JSONText] = [:]
    if isWhole("top.txt") { facts["top"] = top }
    if isWhole("spindump.txt") { facts["spindump"] = spindump }
    if let event = machine.jetsam { facts["jetsam"] = jetsam(event) }
    if let report = machine.panic { facts["panic"] = panic(report) }
    return facts
  }

  private var top: JSONText {
    let sizes = TopPrinter(machine: machine, pages: mac.pages).physical.map {
      ($0.word, exact($0.bytes, TopPrinter.known($0.bytes)))
    }
    return [
      "physMem": .object(Dictionary(uniqueKeysWithValues: sizes)),
      "kernelTaskBytes": machine.kernelResident > 0 ? .int(machine.kernelResident) : .null,
    ]
  }

  private var spindump: JSONText {
    let identity = machine.identity
    let since = identity.captured.seconds - identity.bootTime
    return [
      "model": .string(identity.model), "memorySizeBytes": .int(machine.installed),
      "secondsSinceBoot": .int(since - SpindumpPrinter.before),
      "secondsAwake": .int((machine.secondsAwake ?? since) - SpindumpPrinter.before),
    ]
  }

  private func jetsam(_ event: JetsamEvent) -> JSONText {
    let stamp = IncidentPrinter(machine: machine, time: event.time).stamp
    return [
      "at": .string(event.time.text), "time": .string(stamp), "pageSize": .int(machine.pageSize),
      "pages": .object(event.pages.mapValues { .int($0) }),
      "compressorPages": .int(event.compressorPages),
      "zoneMapCapacityBytes": .int(event.zoneMapCapacity),
      "zoneMapSizeBytes": .int(event.zoneMapSize), "largestZone": .string(event.largestZone),
      "largestZoneBytes": .int(event.largestZoneSize),
      "largestProcess": .string(event.largestProcess),
    ]
  }

  private func panic(_ report: PanicReport) -> JSONText {
    [
      "at": .string(report.time.text), "exhaustedZone": .string(report.zone),
      "suspectedZone": .string(report.zone), "printedSize": "\(report.gibibytes)G",
      "printedBytes": .int(report.gibibytes.gib), "elements": .int(report.elements),
      "task": "pid \(report.pid): \(report.task)",
      "kextsInBacktrace": .array(report.kexts.map { .string($0.name) }),
    ]
  }
}
