/// Who holds memory that grows.
enum Holder: Hashable {
  case zone(String)
  case tag(String)
  case kext(String)
  case process(String)

  /// The name among a comparison's or a trend's components; a process has its own list.
  var component: String {
    switch self {
    case .zone(let name): "zone " + ModelSizes.family(of: String(name.map { $0 == " " ? "." : $0 }))
    case .tag(let name), .kext(let name), .process(let name): name
    }
  }
}

/// What happens to a machine between the first capture and the last.
struct Course {
  /// Hours of the captures after the first boot's start, in order.
  var hours: [Double]
  /// What grows without an end, in bytes an hour.
  var leaks: [Holder: Int] = [:]
  /// What grows towards a size and levels off: caches after boot.
  var warmUps: [WarmUp] = []
  /// What swings between two captures, up to so many bytes above its size.
  var swings: [String: Int] = [:]
  /// How far everything else moves from capture to capture, in bytes.
  var noise = 1 << 20
  /// The capture before which the machine was rebooted.
  var reboot: Int?
  /// The capture from which on the kernel has another name for the leaking heap.
  var rename: Int?
  /// The capture from which on a kext is unloaded.
  var unload: (capture: Int, kext: String)?
  /// The capture from which on a process has ended.
  var quit: (capture: Int, process: String)?
  /// A capture at which the leaking things are so many bytes larger than by their rates.
  var odd: (capture: Int, bytes: Int)?

  /// A cache that fills after boot.
  struct WarmUp {
    var zone: String
    var bytes: Int
    /// Hours until 63 % of the growth is there.
    var hours: Double
  }

  /// The names that a heap has before and after its renaming.
  static let oldHeap = "data.kalloc.1024"
  static let newHeap = "data_shared.kalloc.1024"
}
