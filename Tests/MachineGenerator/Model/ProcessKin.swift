/// Whom the processes of a machine belong to, and where their programs lie.
struct ProcessKin {
  private let leaders: [Int: Int]
  private let names: [Int: String]

  init(_ machine: Machine) {
    var first: [String: Int] = [:]
    for process in machine.processes where first[process.name] == nil {
      first[process.name] = process.pid
    }
    leaders = Dictionary(
      uniqueKeysWithValues: machine.processes.map { process in
        (process.pid, Self.owner(of: process.name).flatMap { first[$0] } ?? process.pid)
      })
    names = Dictionary(uniqueKeysWithValues: machine.processes.map { ($0.pid, $0.name) })
  }

  /// The name of the app that a helper works for; nil for a process of its own.
  private static func owner(of name: String) -> String? {
    if name.hasPrefix("com.apple.WebKit.") { return "Safari" }
    return name.components(before: " Helper")
  }

  /// The process that a process belongs to; itself when it is no helper.
  func leader(of pid: Int) -> Int { leaders[pid] ?? pid }

  /// The name of the app: that of its first process, without a role in brackets.
  func app(of pid: Int) -> String {
    let name = names[leader(of: pid)] ?? ""
    guard name.hasSuffix(")"), let app = name.components(before: " (") else { return name }
    return app
  }

  /// The coalition: launchd's for launchd and the kernel, else one for each app.
  func coalition(of pid: Int) -> Int { pid <= 1 ? 3 : 1000 + leader(of: pid) }

  /// The path of the program.
  func path(of process: Machine.Process) -> String {
    if process.pid == 1 { return "/sbin/launchd" }
    let app = app(of: process.pid)
    return app.first?.isUppercase == true
      ? "/Applications/\(app).app/Contents/MacOS/\(process.name)" : "/usr/libexec/\(process.name)"
  }
}

extension String {
  /// The text before a word; nil without it.
  fileprivate func components(before word: String) -> String? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) { return String(self[..<start]) }
      start = index(after: start)
    }
    return nil
  }
}

extension Machine.Process {
  /// The largest footprint of the process's life.
  var lifetimePeak: Int { Swift.max(peak ?? 0, footprint) }
}
