/// Content and archives shared by several tests.
enum Samples {
  static let top = "sysdiagnose_2024.03.05_10-20-30-0800_macOS_MacBookPro18-3_23E224"

  /// Compressible text from a small generator with a fixed seed.
  static func text(_ count: Int, seed: UInt64 = 0) -> [UInt8] {
    // Without this the standard library writes to the empty array that all threads share.
    guard count > 0 else { return [] }
    var state: UInt64 = 88_172_645_463_325_252 + seed
    // A plain loop into a buffer: tests are not optimized, and need megabytes.
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        buffer[filled] = UInt8(truncatingIfNeeded: 0x61 + state % 6)
        filled += 1
      }
    }
  }

  /// A folder with two files and a proper end.
  static func smallTar() -> [UInt8] {
    var tar = TarBuilder()
    tar.folder(top + "/")
    tar.file(top + "/zprint.txt", text(700))
    tar.file(top + "/kextstat.txt", text(90))
    tar.end()
    return tar.bytes
  }
}
