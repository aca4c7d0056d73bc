/// Prints a process as heap does from 26 on.
struct HeapPrinter {
  let examined: ExaminedProcess

  /// The member's text.
  func print() -> String {
    let process = examined.process
    return ProcessHeadPrinter(examined: examined).print("heap") + """
      Process \(process.pid): \(examined.zones.count) zones

      All zones: \(examined.blocks) nodes malloced - Sizes: \(sizes)

      Found:  \(examined.classes.count) classes
      Type names for non-objects could be derived from allocation backtraces if the process used MallocStackLogging

      \(String.dashes(71))
      All zones: \(examined.blocks) nodes (\(examined.blockBytes) bytes)

         COUNT      BYTES       AVG   CLASS_NAME                                        TYPE    BINARY
         =====      =====       ===   ==========                                        ====    ======
      \(rows)

      """
  }

  /// `1.5KB[30000] 64[100000] `, the largest size first.
  private var sizes: String {
    examined.classes.sorted { $0.size > $1.size }.map { row in
      let kib = Double(row.size) / 1024
      let whole = row.size % 1024 == 0 ? "\(row.size / 1024)KB" : "\(kib)KB"
      return (row.size >= 1024 ? whole : "\(row.size)") + "[\(row.count)] "
    }.joined()
  }

  private var rows: String {
    examined.classes.sorted { $0.count > $1.count }.map { row in
      let average = String.fixed(Double(row.bytes) / Double(row.count), 1)
      let name = row.type == nil || row.name.utf8.count >= 49 ? row.name + "  " : row.name.left(50)
      return "\(row.count)".right(8) + "\(row.bytes)".right(11) + average.right(10) + "   " + name
        + (row.type?.left(8) ?? "") + (row.binary ?? "")
    }.joined(separator: "\n")
  }
}

/// Prints a process as leaks does from 14 on, with the first of its leaks.
struct LeaksPrinter {
  let examined: ExaminedProcess

  /// The member's text.
  func print() -> String {
    let pid = examined.process.pid
    return ProcessHeadPrinter(examined: examined).print("leaks") + """
      leaks Report Version: 4.0
      Process \(pid): \(examined.blocks) nodes malloced for \(examined.blockBytes / 1024) KB
      Process \(pid): \(examined.leakCount) leaks for \(examined.leakedBytes) total leaked bytes.

          \(examined.leakCount) (\(ProcessHeadPrinter.size(examined.leakedBytes))) << TOTAL >>
            1 (1.50K) ROOT LEAK: 0x12a604f80 [1536]

      """
  }
}
