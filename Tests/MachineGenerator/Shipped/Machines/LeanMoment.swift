/// A moment at which the lean Mac is captured.
struct LeanMoment {
  var name: String
  var time: LocalTime
  /// Seconds since 1970.
  var bootTime: Int
  var boot = 1
  var leaks = true
  /// The growth of the caches, in bytes.
  var caches = 0
  /// Half of the largest difference between two captures.
  var noise = 0.0045
  var hasJetsam = true

  /// Seconds from the boot to a time, by default the moment's own.
  func seconds(at other: LocalTime? = nil) -> Int { (other ?? time).seconds - bootTime }

  /// Elements in use in the leaking zone.
  func elements(at other: LocalTime? = nil) -> Int {
    if leaks { return LeanMac.idle + LeanMac.rate * seconds(at: other) }
    let random = StableRandom("\(name) \(LeanMac.leak)")
    let pages = LeanMac.usual + drift(LeanMac.usual, random)
    return pages * (LeanMac.page / LeanMac.element)
  }

  /// A change of `count` within the noise, never exceeded by rounding.
  func drift(_ count: Int, _ random: StableRandom) -> Int {
    Int(Double(count) * random.uniform(-noise, noise))
  }
}
