/// Prints the head that vmmap, heap and leaks have in common, and their sizes.
struct ProcessHeadPrinter {
  let examined: ExaminedProcess

  func print(_ tool: String) -> String {
    let process = examined.process
    let name = process.name
    return """
      Process:         \(name) [\(process.pid)]
      Path:            /Applications/\(name).app/Contents/MacOS/\(name)
      Load Address:    0x10019c000
      Identifier:      com.example.editor
      Version:         1.0 (100)
      Code Type:       ARM64
      Platform:        macOS
      Parent Process:  launchd [1]
      Target Type:     live task

      Date/Time:       \(examined.time.formatted("%Y-%m-%d %H:%M:%S.508 %z"))
      Launch Time:     \(examined.time.adding(-7200).formatted("%Y-%m-%d %H:%M:%S.180 %z"))
      OS Version:      \(examined.osVersion)
      Report Version:  7
      Analysis Tool:   /usr/bin/\(tool)

      Physical footprint:         \(Self.size(examined.footprint))
      Physical footprint (peak):  \(Self.size(process.peak ?? examined.footprint))
      Idle exit:                  untracked
      ----


      """
  }

  /// `824`, `928K`, `20.1M`, `1.8G`: whole K up to four digits, then one decimal.
  static func size(_ bytes: Int) -> String {
    if bytes > 0, bytes < 1024 { return "\(bytes)" }
    let kib = (bytes + 512) / 1024
    if kib < 10_000 { return "\(kib)K" }
    let mib = Double(bytes) / Double(1.mib)
    return mib < 1024 ? .fixed(mib, 1) + "M" : .fixed(mib / 1024, 1) + "G"
  }
}
