extension Machine {
  /// The machine's identity and its capture time.
  struct Identity {
    /// The archive's name, without `.tar.gz`.
    var name = ""
    /// The folder that holds all members.
    var topFolder = ""
    var captured = LocalTime(clock: 0, offset: 0)
    /// The operating system.
    var platform = "macOS"
    /// hw.model of a Mac; the product type of a device.
    var model = "Mac16,5"
    /// hw.model on a device; empty on a Mac.
    var board = ""
    /// The build, such as 25D125.
    var build = ""
    /// The product version.
    var osVersion = "26.0"
    /// The kernel's version.
    var darwin = "25.0.0"
    /// Seconds since 1970.
    var bootTime = 0
    /// The logical processors.
    var processors = 8
    /// kern.hostname; empty when sysctl has none.
    var host = ""
  }
}

/// A JetsamEvent report with figures from some minutes before the capture.
struct JetsamEvent {
  var time: LocalTime
  /// Bytes that the zone map may hold.
  var zoneMapCapacity: Int
  /// Bytes that it holds.
  var zoneMapSize: Int
  /// The name of the largest zone.
  var largestZone: String
  /// The bytes of the largest zone.
  var largestZoneSize: Int
  /// Pages that the compressor takes.
  var compressorPages: Int
  var compressions: Int
  var decompressions: Int
  /// Pages that it stands for.
  var uncompressedPages: Int
  /// Pages by the report's own words.
  var pages: [String: Int]
  /// The name of the largest process.
  var largestProcess: String
  /// The processes, with their resident pages.
  var processes: [(name: String, pid: Int, pages: Int)]
}

/// A panic of an exhausted zone map.
struct PanicReport {
  var time: LocalTime
  /// The zone that the kernel suspects.
  var zone: String
  /// The zone's size in whole GiB, truncated as the kernel prints it.
  var gibibytes: Int
  /// Its elements in use.
  var elements: Int
  /// The process that was running.
  var task: String
  /// The number of this process.
  var pid: Int
  /// The kexts in the backtrace.
  var kexts: [(name: String, version: String, dependencies: [String])]
  /// The processor that panicked.
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
