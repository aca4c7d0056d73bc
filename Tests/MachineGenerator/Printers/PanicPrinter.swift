/// Prints a panic-full report: the panic's text is one line with `\n` as line ends.
struct PanicPrinter {
  let panic: PanicReport
  private let frame: IncidentPrinter

  init(machine: Machine, panic: PanicReport) {
    self.panic = panic
    frame = IncidentPrinter(machine: machine, time: panic.time)
  }

  /// The member's path.
  var path: String { frame.path("panic-full", ".0002") }

  /// The member's text.
  func print() -> String {
    let traced = "\n** Stackshot Succeeded ** Bytes Traced 412160 (Uncompressed 1088000) **\n"
    let head = frame.head("210")
    let lines = [
      "  \"panicString\" : \(IncidentPrinter.escaped(words)),", "  \"panicFlags\" : \"0x902\",",
      "  \"bug_type\" : \"210\",", "  \"otherString\" : \(IncidentPrinter.escaped(traced))", "}",
    ]
    return (head + lines).map { $0 + "\n" }.joined()
  }

  /// The kernel's words, with real line ends.
  private var words: String {
    let random = frame.random
    let base = 0xFFFF_FE00_3000_0000 + random.bits(16) * 0x4000
    let reason =
      "zalloc[3]: zone map exhausted while allocating from zone [\(panic.zone)], "
      + "likely due to memory leak in zone [\(panic.zone)] "
      + "(\(panic.gibibytes)G, \(panic.elements) elements allocated) @zalloc.c:4534"
    func address(_ offset: UInt64) -> String { .hexadecimal(base + offset) }
    var lines = [
      "panic(cpu \(panic.processor) caller \(address(0x53C4))): \(reason)",
      "Debugger message: panic", "Memory ID: 0xff", "OS release type: User",
      "OS version: \(frame.machine.identity.build)", "Kernel version: \(frame.kernelVersion)",
      "Kernel UUID: \(random.uuid())", "secure boot?: YES", "Paniclog version: 15",
      "Panicked task \(address(0x5C3AAF8)): 2720 pages, 5 threads: pid \(panic.pid): \(panic.task)",
      "Panicked thread: \(address(0x77F1000)), backtrace: \(address(0x9A2B6F0)), "
        + "tid: \(random.int(3000...90000))",
    ]
    for step in 0..<6 as Range<UInt64> {
      let (caller, frame) = (0x53C4 + step * 0x1D4C4, 0x9A2B700 + step * 0x70)
      lines.append("\t\t  lr: \(address(caller))  fp: \(address(frame))")
    }
    lines.append("      Kernel Extensions in backtrace:")
    for kext in panic.kexts {
      let start = base - UInt64(random.int(1...999)) * 0x4000
      let range = Self.range(start, 0x17FFF)
      lines.append("         \(kext.name)(\(kext.version))[\(random.uuid())]@\(range)")
      for (number, dependency) in kext.dependencies.enumerated() {
        let range = Self.range(start + UInt64(number + 1) * 0x40000, 0xBFFF)
        lines.append("            dependency: \(dependency)[\(random.uuid())]@\(range)")
      }
    }
    let last = "last started kext at 2415871: com.example.driver.TestFileSystem\t5.1.2"
    return (lines + ["", last, ""]).joined(separator: "\n")
  }

  private static func range(_ start: UInt64, _ size: UInt64) -> String {
    "\(String.hexadecimal(start))->\(String.hexadecimal(start + size))"
  }
}
