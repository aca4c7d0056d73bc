internal import MemorySections

/// Whom a process belongs to, and its full name, gathered from every list of a capture.
struct ProcessRelations {
  private var facts: [Int: Facts] = [:]
  /// The lowest process number of each coalition, without the coalition of launchd.
  private var leaders: [Int: Int] = [:]

  private struct Facts {
    var names: [String] = []
    var parent: Int?
    var responsible: Int?
    var coalition: Int?

    mutating func add(_ name: String) {
      if names.count < ProcessRelations.mostNames { names.append(name) }
    }

    mutating func add(_ process: ListedProcess) {
      add(process.name)
      if let path = process.path { add(MemberName.lastComponent(of: path)) }
      parent = parent ?? process.parent
      responsible = responsible ?? process.responsible
      coalition = coalition ?? process.coalition
    }
  }

  /// Names of this length may have been cut: the kernel keeps 16 letters, top prints as many.
  private static let cutLength = 15
  /// The most steps from a process to its app.
  private static let mostSteps = 16
  /// The most names kept of a process number; each list of a sound capture has one or two.
  private static let mostNames = 16

  init(_ snapshot: Snapshot) {
    let lists: [[ListedProcess]?] = [
      snapshot.taskInfo?.processes, snapshot.spindump?.processes, snapshot.top?.processes,
      snapshot.runningProcesses?.processes,
    ]
    for process in lists.compactMap({ $0 }).joined() {
      if let pid = process.pid { facts[pid, default: Facts()].add(process) }
    }
    for process in snapshot.footprint?.processes ?? [] {
      facts[process.pid, default: Facts()].add(process.name)
    }
    var isSystem: Set<Int> = []
    for (pid, facts) in facts {
      guard let coalition = facts.coalition else { continue }
      if pid <= 1 { isSystem.insert(coalition) }
      leaders[coalition] = Swift.min(leaders[coalition] ?? pid, pid)
    }
    for coalition in isSystem { leaders[coalition] = nil }
  }

  /// The fullest name of a process: the longest that begins with a cut name.
  func fullName(of name: String, pid: Int?) -> String {
    guard name.utf8.count >= Self.cutLength, let pid, let names = facts[pid]?.names else {
      return name
    }
    return names.filter { $0.hasPrefix(name) }.max { $0.utf8.count < $1.utf8.count } ?? name
  }

  /// The app of a process: that of its coalition's first process, of the process that it works for,
  /// or of its parent; by its own name where none is known.
  func app(of name: String, pid: Int?) -> String {
    guard let pid else { return Self.app(named: name) }
    let owner = owner(of: pid)
    guard owner != pid, let leader = facts[owner]?.names.first else {
      return Self.app(named: name)
    }
    return Self.app(named: fullName(of: leader, pid: owner))
  }

  /// The process that a process belongs to in the end; itself when it belongs to none.
  private func owner(of pid: Int) -> Int {
    var owner = pid
    for _ in 0..<Self.mostSteps {
      guard let known = facts[owner] else { break }
      if let leader = known.coalition.flatMap({ leaders[$0] }) { return leader }
      let next = [known.responsible, known.parent].compactMap { $0 }
        .first { $0 > 1 && $0 != owner && facts[$0] != nil }
      guard let next, next != pid else { break }
      owner = next
    }
    return owner
  }

  /// The app that a name alone tells.
  ///
  /// Helpers carry the app's name before `Helper` or a role in brackets: `Google Chrome Helper
  /// (Renderer)`.
  static func app(named name: String) -> String {
    var app = name[...]
    if app.hasSuffix(")"), let bracket = app.lastIndex(of: "("), bracket > app.startIndex {
      app = app[..<bracket]
    }
    while app.last == " " { app.removeLast() }
    if app.hasSuffix(" Helper") { app = app.dropLast(" Helper".count) }
    return app.isEmpty ? name : String(app)
  }
}
