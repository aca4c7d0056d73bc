/// vm_stat's page counts, consistent with a machine's memory, and samples of its interval form.
struct PageMaker {
  let machine: ShippedMachine
  private var identity: Machine.Identity { machine.identity }
  private var page: Int { machine.machine.pageSize }

  /// Memory for the page counts beyond the machine's other memory, in bytes.
  struct Wanted {
    var fileBacked: Int
    var speculative: Int
    /// The size of the compressor's pages.
    var compressor: Int
    /// Wired memory without a tag.
    var untagged: Int
    /// The size of compressed memory.
    var stored: Int
    var purgeable: Int
    var anonymous: Int
    /// Memory in the wired table that is not in the pages.
    var outside = 0
  }

  /// The counts; the rest is free.
  func pages(_ wanted: Wanted) -> Pages {
    let wired =
      (machine.machine.wiredBytes - wanted.outside + wanted.untagged)
      .roundedUp(to: page) / page
    let (files, anonymous) = (wanted.fileBacked / page, wanted.anonymous / page)
    let (speculative, compressor) = (wanted.speculative / page, wanted.compressor / page)
    let pageable = files + anonymous - speculative
    let active = pageable * 52 / 100
    let all = (machine.machine.installed - machine.machine.bootCarveOut) / page
    let free = all - wired - compressor - files - anonymous
    precondition(free > 0, "\(identity.name): memory is over-committed by \(-free) pages")
    return Pages(
      free: free, active: active, inactive: pageable - active, speculative: speculative,
      wired: wired, purgeable: wanted.purgeable / page, fileBacked: files, anonymous: anonymous,
      stored: wanted.stored / page, compressor: compressor)
  }

  /// The rows of the interval form: counters since boot, then changes within a fifth of a second.
  func samples(_ count: Int) -> [[Int]] {
    guard var pages = machine.pages else { return [] }
    let random = StableRandom(identity.name + "vm")
    var rows: [[Int]] = []
    for number in 0..<count {
      let counters = number == 0 ? sinceBoot(pages) : changes(random)
      let states = [
        pages.free, pages.active, pages.speculative, pages.inactive, pages.throttled, pages.wired,
        pages.purgeable, pages.fileBacked, pages.anonymous, pages.stored, pages.compressor,
      ]
      let early = Array(states[..<7]) + Array(counters[..<5])
      let late = Array(states[7...]) + Array(counters[5...])
      rows.append(early + late)
      let step = min(random.int(-40...60), pages.free / 2)
      pages.free -= step
      pages.active += step
      pages.anonymous += step
    }
    return rows
  }

  /// Counters that grow with the hours since boot and with compressed memory.
  private func sinceBoot(_ pages: Pages) -> [Int] {
    let random = StableRandom("\(identity.model) \(identity.bootTime)")
    let hours = Double(identity.captured.seconds - identity.bootTime) / 3600
    let compressions = pages.stored * random.int(3...9)
    let rates = [1_000_000, 100_000, 1_000_000, 1000, 1000, 10000, 100].map {
      Int(hours * Double(random.int($0...(5 * $0))))
    }
    let swapped = machine.machine.swapUsed / page
    let compressed: [Int] = [compressions - pages.stored, compressions]
    let swaps: [Int] = [pages.stored / 30, swapped + pages.stored / 25]
    return Array(rates[..<5]) + compressed + Array(rates[5...]) + swaps
  }

  private func changes(_ random: StableRandom) -> [Int] {
    let isBusy = random.fraction() < 0.2
    let faults = random.int(1...(isBusy ? 30000 : 400))
    let copies = random.int(0...40)
    let zeroed = random.int(0...(isBusy ? 20000 : 200))
    let decompressed = isBusy ? random.int(0...3) : 0
    let pageIns = isBusy ? random.int(0...40) : 0
    return [faults, copies, zeroed, 0, 0, decompressed, 0, pageIns, 0, 0, 0]
  }
}
