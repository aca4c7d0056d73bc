@testable import SysdiagnoseArchive

/// Names of archives: nothing traps, and the parts of an identity agree.
enum IdentityTarget {
  static func run(_ bytes: UnsafeRawBufferPointer) {
    let name = String(decoding: bytes, as: UTF8.self)
    for identity in [ArchiveIdentity(name: name), ArchiveIdentity(fileName: name)] {
      guard let identity else { continue }
      require(!identity.name.isEmpty, "an identity without a name")
      if let time = identity.capturedAt { check(time) }
    }
  }

  private static func check(_ time: CaptureTime) {
    let text = time.rfc3339
    require(text.utf8.count >= 19, "\(text) is no time")
    require((1...12).contains(time.month) && (1...31).contains(time.day), "\(text) is no day")
    require(!(time < time), "\(text) precedes itself")
    // A sysdiagnose is newer than Mac OS X; years beyond four digits cannot be printed.
    require((0...9999).contains(time.year), "\(text) has no year")
    let seconds = time.secondsSince1970
    require(abs(seconds) < 1 << 40, "\(text) is at \(seconds)")
  }
}
