extension Machine {
  /// The machine's identity and its capture time.
  struct Identity {
    /// The archive's name, without `.tar.gz`.
    var name = ""
    /// The folder that holds all members.
    var topFolder = ""
    var captured = LocalTime(clock: 0, offset: 0)
    var platform = "macOS"
    var model = "Mac16,5"
    /// hw.model on a device; empty on a Mac.
    var board = ""
    var build = ""
    var osVersion = "26.0"
    var darwin = "25.0.0"
    /// Seconds since 1970.
    var bootTime = 0
    var processors = 8
    /// kern.hostname; empty when sysctl has none.
    var host = ""
  }
}

/// A JetsamEvent report with figures from some minutes before the capture.
struct JetsamEvent {
  var time: LocalTime
  var zoneMapCapacity: Int
  var zoneMapSize: Int
  var largestZone: String
  var largestZoneSize: Int
  var compressorPages: Int
  var compressions: Int
  var decompressions: Int
  var uncompressedPages: Int
  /// Pages by the report's own words.
  var pages: [String: Int]
  var largestProcess: String
  var processes: [(name: String, pid: Int, pages: Int)]
}

/// A panic of an exhausted zone map.
struct PanicReport {
  var time: LocalTime
  var zone: String
  /// The zone's size in whole GiB, truncated as the kernel prints it.
  var gibibytes: Int
  var elements: Int
  var task: String
  var pid: Int
  var kexts: [(name: String, version: String, dependencies: [String])]
  var processor = 2
}

/// vm_stat's counts, in pages.
struct Pages {
  var free: Int
  var active: Int
  var inactive: Int
  var speculative: Int
  var throttled = 0
  var wired: Int
  var purgeable: Int
  var fileBacked: Int
  var anonymous: Int
  var stored: Int
  var compressor: Int

  /// The counts under the names of vm_stat's plain form.
  var counters: [(name: String, count: Int)] {
    Array(
      zip(
        MachineMaker.counters,
        [
          free, active, inactive, speculative, throttled, wired, purgeable, fileBacked, anonymous,
          stored, compressor,
        ]
      ).map { (name: $0, count: $1) })
  }
}
