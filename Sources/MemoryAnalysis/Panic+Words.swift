internal import AllocationBalance
package import MemorySections

/// A panic in words, for findings and reports.
extension Panic {
  /// The cause of a panic: its zone in zprint's spelling, the compressor, or the panic itself.
  package var subjectName: String {
    // zprint prints blanks in names as dots.
    if let zone { return String(zone.name.map { $0 == " " ? "." : $0 }) }
    switch kind {
    case .zoneExhausted, .zoneCorrupted: return "(not named)"
    case .compressorExhausted: return "compressor"
    case .other: return "panic"
    }
  }

  /// The message in at most 160 characters; one that is cut ends with a whole word and an ellipsis.
  package var shortMessage: String {
    let most = 160
    guard message.count > most else { return message }
    let kept = message.prefix(most - 1)
    let words = kept.lastIndex(of: " ").map { kept[..<$0] } ?? kept
    return words + "\u{2026}"
  }

  /// The zone's size at the panic: `20.0 GB in 21,182,160 elements, 82 % of the listed zones`.
  ///
  /// Nil when neither its size nor its elements are known.
  package var heldWords: String? {
    guard let zone else { return nil }
    var words: [String] = []
    if let size = zone.size { words.append(SizeText.short(size.bytes)) }
    if let elements = zone.elements {
      words.append("\(words.isEmpty ? "" : "in ")\(SizeText.exact(elements)) elements")
    }
    if words.isEmpty { return nil }
    var text = words.joined(separator: " ")
    if let listed = zones.first(where: { $0.name == zone.name }),
      let share = SizeText.share(listed.size.bytes, of: listedZonesSize.bytes)
    {
      text += ", \(share) of the listed zones"
    }
    return text
  }

  /// The known circumstances: process, kexts and time.
  package var circumstances: String {
    var words: [String] = []
    if let exhaustedZone, exhaustedZone != zone?.name {
      words.append("zone \(exhaustedZone) could not grow")
    }
    if let processName { words.append("in process \(processName)") }
    if let suspected = suspectedBacktrace {
      let kexts = suspected.kexts.isEmpty ? "no kext" : Self.list(suspected.kexts)
      let bytes = suspected.outstanding.map { ", \(SizeText.exact($0.bytes)) bytes outstanding" }
      words.append("the kernel suspects a backtrace through \(kexts)\(bytes ?? "")")
    }
    if !kextsInBacktrace.isEmpty {
      words.append("kexts in the backtrace: \(Self.list(kextsInBacktrace))")
    }
    let processes = largestProcesses
    if kind == .compressorExhausted, !processes.isEmpty {
      words.append("processes: \(Self.list(processes))")
    }
    let thirdParty = loadedKexts.filter(\.isThirdParty).map(\.name)
    if kind != .compressorExhausted, !thirdParty.isEmpty {
      words.append("loaded from third parties: \(Self.list(thirdParty))")
    }
    if let uptimeSeconds { words.append("up for \(SizeText.hours(uptimeSeconds))") }
    if let time { words.append("at \(time)") }
    return words.isEmpty ? "nothing more is known" : words.joined(separator: "; ")
  }

  /// The processes of the stackshot, largest first if resident sizes are known.
  private var largestProcesses: [String] {
    let sorted = processes.enumerated().sorted { left, right in
      let (a, b) = (left.element.resident?.bytes ?? -1, right.element.resident?.bytes ?? -1)
      return a == b ? left.offset < right.offset : a > b
    }
    return sorted.map { _, process in
      process.resident.map { "\(process.name) \(SizeText.short($0.bytes)) resident" }
        ?? process.name
    }
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(5).joined(separator: ", ")
    return names.count > 5 ? "\(shown) and \(names.count - 5) more" : shown
  }
}

extension Panic {
  /// The supporting rows: the message, the suspected backtrace, the largest zone of the list.
  func evidence(in member: String) -> [Evidence] {
    var rows: [Evidence] = []
    if !message.isEmpty {
      rows.append(Evidence(member: member, line: line, text: shortMessage))
    }
    if let suspected = suspectedBacktrace {
      let text = "suspected of leaking: " + suspected.kexts.joined(separator: ", ")
      rows.append(Evidence(member: member, line: suspected.line, text: text))
    }
    if let largest = largestZone {
      let text = "\(largest.name) \(SizeText.short(largest.size.bytes))"
      rows.append(Evidence(member: member, line: largest.size.line, text: text))
    }
    return rows.isEmpty ? [Evidence(member: member, line: line, text: "panic")] : rows
  }
}

extension Panic.Kind {
  /// The cause as a word for rules.
  var cause: String {
    switch self {
    case .zoneExhausted: "zoneMapExhausted"
    case .zoneCorrupted: "zoneCorrupted"
    case .compressorExhausted: "compressorExhausted"
    case .other: "other"
    }
  }
}

extension CompressorInfo {
  /// The compressor's state as a word for rules.
  var state: String { isExhausted ? "bad" : isLowOnSwap ? "lowSwap" : "ok" }
}
