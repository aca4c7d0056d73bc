/// Parses the text of a panic line by line.
struct PanicText {
  private var message = PanicMessage()
  private var zones = ZoneList()
  private var loaded = LoadedKexts()
  private var backtrace = BacktraceKexts()
  private var kexts: [String] = []
  private var suspected: Panic.SuspectedBacktrace?
  private var isInSuspected = false
  private var facts = PanicFacts()
  /// A line broken by a paste, until its rest arrives.
  private var held: [UInt8] = []
  private var heldLines = 0
  private var heldSource: Source?

  /// The most kexts kept of a backtrace.
  static let maximumKexts = 256

  /// Whether the first sentence has begun.
  var hasBegun: Bool { message.hasBegun }

  /// Parses the next line of a text that a paste may have broken; false when it has no data.
  mutating func readPasted(_ line: Span<UInt8>, at source: Source) -> Bool {
    let line = line.extracting(line.quoteMarks..<line.count)
    if message.goesOn(line) { return true }
    guard held.isEmpty else {
      held.append(UInt8(ascii: " "))
      for index in line.trimmedLine { held.append(line[index]) }
      heldLines += 1
      if heldLines < 4, held.withLine(PanicFacts.isIncomplete) { return true }
      let joined = held
      held = []
      return joined.withLine { read($0, at: source, mayBeBroken: true) }
    }
    if PanicFacts.isIncomplete(line), line.count < 200 {
      for index in line.indices { held.append(line[index]) }
      heldLines = 1
      heldSource = source
      return true
    }
    return read(line, at: source, mayBeBroken: true)
  }

  /// Parses the next line of a report's own string; these lines are never broken.
  ///
  /// With `isMessage` the first line is the sentence, even if it does not begin like one. Returns
  /// false when the line has no data.
  mutating func readWhole(_ line: Span<UInt8>, at source: Source, isMessage: Bool) -> Bool {
    if isMessage, !message.hasBegun, !line.trimmedLine.isEmpty,
      line.firstIndex(of: "panic(") == nil
    {
      message.begin(line, line.trimmedLine, at: source, mayBeBroken: false)
      return true
    }
    return read(line, at: source, mayBeBroken: false)
  }

  private mutating func read(_ line: Span<UInt8>, at source: Source, mayBeBroken: Bool) -> Bool {
    if !message.hasBegun, let start = line.firstIndex(of: "panic(") {
      message.begin(line, start..<line.count, at: source, mayBeBroken: mayBeBroken)
      // A paste may have joined the whole report into one line.
      _ = facts.read(line, at: source)
      return true
    }
    if loaded.read(line) { return true }
    if line.firstIndex(of: "Backtrace suspected of leaking") != nil {
      beginSuspected(line, source)
      return true
    }
    if line.starts(with: "Backtrace (") || line.firstIndex(of: "rocess name corresponding") != nil {
      isInSuspected = false
    }
    switch backtrace.read(line) {
    case .kext(let name):
      add(kext: name)
      return true
    case .furniture: return false
    case .other: break
    }
    let isFact = facts.read(line, at: source)
    let isRow = isFact || zones.read(line, at: source)
    return isRow
  }

  private mutating func beginSuspected(_ line: Span<UInt8>, _ source: Source) {
    isInSuspected = suspected == nil
    guard isInSuspected else { return }
    var bytes: Quantity?
    let words: StaticString = "outstanding bytes:"
    if let place = line.firstIndex(of: words) {
      let rest = line.trimmed(place + words.utf8CodeUnitCount..<line.count)
      let end = rest.first { line[$0].decimalDigit == nil } ?? rest.upperBound
      bytes = line.exactSize(rest.lowerBound..<end, at: source)
    }
    suspected = Panic.SuspectedBacktrace(outstanding: bytes, line: source.line)
  }

  private mutating func add(kext name: String) {
    if isInSuspected {
      if let known = suspected?.kexts, known.count < Self.maximumKexts, !known.contains(name) {
        suspected?.kexts.append(name)
      }
    } else if kexts.count < Self.maximumKexts, !kexts.contains(name) {
      kexts.append(name)
    }
  }

  /// The panic; nil when the text has none.
  consuming func finish() -> Panic? {
    if !held.isEmpty, let heldSource {
      let last = held
      held = []
      _ = last.withLine { read($0, at: heldSource, mayBeBroken: false) }
    }
    let isExcerpt =
      !zones.zones.isEmpty || facts.compressor != nil || suspected != nil || !kexts.isEmpty
    guard message.hasBegun || isExcerpt else { return nil }
    var panic = Panic()
    let (words, statement) = message.text.withLine { text in
      (
        text.text(0..<min(text.count, PanicMessage.keptLength)),
        ZoneStatement(text, at: message.source)
      )
    }
    panic.message = words
    panic.line =
      message.source?.line ?? zones.firstLine ?? facts.compressor?.line ?? suspected?.line ?? 1
    panic.zoneTrouble = statement.trouble
    panic.exhaustedZone = statement.exhausted
    panic.exhaustedZoneElements = statement.exhaustedElements
    panic.suspectedZone = statement.suspected
    panic.corruptedZone = statement.corrupted
    panic.kextsInBacktrace = kexts
    panic.suspectedBacktrace = suspected
    panic.loadedKexts = loaded.kexts
    panic.zones = zones.zones
    panic.listedOutsideZones = zones.others
    panic.task = facts.task
    panic.time = facts.time
    panic.osVersion = facts.osVersion
    panic.build = facts.build
    panic.model = facts.model
    panic.uptimeSeconds = facts.uptimeSeconds
    panic.compressor = facts.compressor
    return panic
  }
}

extension Span<UInt8> {
  /// The number of quote marks that mail put before a line.
  fileprivate var quoteMarks: Int {
    var start = 0
    while starts(with: "> ", at: start) { start += 2 }
    return start
  }
}
