/// The process that vmmap, heap or leaks examined, as the head of the tool's output states it.
public struct ExaminedProcess: Sendable, Hashable, Codable {
  /// The process's name; nil in an excerpt without the head.
  public internal(set) var name: String?
  /// The process's id; nil in an excerpt that does not state it.
  public internal(set) var pid: Int?
  /// The architecture, `ARM64`; nil when not printed.
  public internal(set) var codeType: String?
  /// When the process was examined, as printed; nil when not printed.
  public internal(set) var time: String?
  /// The OS version, `macOS 26.6 (25G72)`; nil when not printed.
  public internal(set) var osVersion: String?
  /// The process's footprint (`phys_footprint`); nil before 10.13.
  public internal(set) var footprint: Quantity?
  /// The largest footprint in the process's life; nil before 10.13.
  public internal(set) var peak: Quantity?
  /// The line on which the tool begins to speak of the process.
  public internal(set) var line: Int
  /// Why the tool examined it only in part, or not at all, in the tool's words.
  public internal(set) var messages: [String] = []

  /// The most messages kept of a process.
  public static let mostMessages = 20

  /// Creates a process; omitted values were not printed.
  public init(
    name: String? = nil, pid: Int? = nil, footprint: Quantity? = nil, peak: Quantity? = nil,
    line: Int
  ) {
    self.name = name
    self.pid = pid
    self.footprint = footprint
    self.peak = peak
    self.line = line
  }

  /// The name with the id, as Apple's tools write it: `ferryx [70940]`.
  public var title: String {
    switch (name, pid) {
    case (let name?, let pid?): "\(name) [\(pid)]"
    case (let name?, nil): name
    case (nil, let pid?): "process \(pid)"
    case (nil, nil): "a process without a name"
    }
  }
}

extension ExaminedProcess {
  /// Whether a head says anything of the process; a name alone may be a refusal's.
  var hasFacts: Bool {
    footprint != nil || peak != nil || osVersion != nil || time != nil || codeType != nil
      || (name != nil && messages.isEmpty)
  }

  /// The processes of a section by name, or how many they are.
  static func facts(_ examinations: [some ProcessExamination]) -> [SectionFact] {
    guard examinations.count == 1, let process = examinations.first?.process else {
      return [SectionFact("processCount", label: "processes", .count(examinations.count))]
    }
    return [SectionFact("process", label: "of", .text(process.title))]
  }
}

/// What vmmap, heap or leaks says of one process.
public protocol ProcessExamination: Codable, Hashable, Sendable {
  /// The process.
  var process: ExaminedProcess { get }
}

/// An examination that a parser fills.
protocol MutableExamination: ProcessExamination {
  var process: ExaminedProcess { get set }

  /// Creates an examination that has only a head.
  init(_ process: ExaminedProcess)
}
