/// The owner of growing memory.
enum Holder: Hashable {
  case zone(String)
  case tag(String)
  case kext(String)
  case process(String)

  /// The name among the components of a comparison or trend; processes have a separate list.
  var component: String {
    switch self {
    case .zone(let name): "zone " + ModelSizes.family(of: String(name.map { $0 == " " ? "." : $0 }))
    case .tag(let name), .kext(let name), .process(let name): name
    }
  }
}

/// The events on a machine between the first capture and the last.
struct Course {
  /// Hours of the captures after the first boot's start, in order.
  var hours: [Double]
  /// Unlimited growth, in bytes per hour.
  var leaks: [Holder: Int] = [:]
  /// Growth towards a limit: caches after boot.
  var warmUps: [WarmUp] = []
  /// Sizes that fluctuate between two captures, by up to this many bytes.
  var swings: [String: Int] = [:]
  /// The fluctuation of everything else from capture to capture, in bytes.
  var noise = 1 << 20
  /// The first capture after the reboot.
  var reboot: Int?
  /// The first capture with another name for the leaking heap.
  var rename: Int?
  /// The first capture without an unloaded kext.
  var unload: (capture: Int, kext: String)?
  /// The first capture without an ended process.
  var quit: (capture: Int, process: String)?
  /// A capture with extra bytes in the leaking items, on top of their rates.
  var odd: (capture: Int, bytes: Int)?

  /// A cache that fills after boot.
  struct WarmUp {
    var zone: String
    var bytes: Int
    /// Hours until 63 % of the growth is reached.
    var hours: Double
  }

  /// The heap's names before and after its renaming.
  static let oldHeap = "data.kalloc.1024"
  static let newHeap = "data_shared.kalloc.1024"
}
