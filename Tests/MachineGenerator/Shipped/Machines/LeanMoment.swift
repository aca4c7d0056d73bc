/// A moment at which the lean Mac is captured.
struct LeanMoment {
  var name: String
  var time: LocalTime
  /// Seconds since 1970.
  var bootTime: Int
  var boot = 1
  var leaks = true
  /// Bytes that the caches have grown by.
  var caches = 0
  /// Half of what two captures may differ by.
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

  /// A change of `count` by at most the noise, which no rounding exceeds.
  func drift(_ count: Int, _ random: StableRandom) -> Int {
    Int(Double(count) * random.uniform(-noise, noise))
  }
}
