/// Processes with plausible footprints.
struct ProcessMaker {
  let random: StableRandom
  let page: Int

  /// The processes of a list `name|footprint in KiB|shape|how many`, with rising numbers.
  ///
  /// About the part `swapped` of their dirty memory is compressed or swapped out.
  func listed(_ list: String, scale: Double = 1, swapped: Double = 0) -> [Machine.Process] {
    var processes: [Machine.Process] = []
    var pid = 1
    for fields in Rows(list, separator: "|").fields {
      let shares = ProcessShape.shares(fields[2])
      for _ in 0..<fields[3].integer {
        let size = Double(fields[1].integer.kib) * scale * random.uniform(0.75, 1.35)
        let part = swapped * random.uniform(0, 2)
        processes.append(process(fields[0], pid, size, shares, swapped: part))
        pid += pid > 1 ? random.pick([1, 1, 2, 3, 7, 19]) : 48
      }
    }
    return processes
  }

  /// A process of about `footprint` bytes: each category gets its share, plus or minus a third.
  private func process(
    _ name: String, _ pid: Int, _ footprint: Double, _ shares: [ProcessShape.Share],
    swapped: Double
  ) -> Machine.Process {
    let own = StableRandom("\(name) \(pid) \(random.fraction())")
    var process = Self.process(name, pid, page: page)
    for share in shares {
      let sizes = [share.dirty, share.clean, share.reclaimable].map { part in
        pages(footprint * Double(part) * own.uniform(0.67, 1.33) / 100)
      }
      guard sizes != [0, 0, 0] else { continue }
      let out = pages(Double(sizes[0]) * swapped * own.uniform(0.5, 1.3))
      let isWired = share.category == "page table" || share.category == "IOAccelerator"
      process.own.categories.append(
        Machine.Category(
          name: share.category, dirty: sizes[0], swapped: min(out, isWired ? 0 : sizes[0]),
          clean: sizes[1], reclaimable: sizes[2], wired: isWired ? sizes[0] : 0,
          regions: 1 + sizes.reduce(0, +) / share.region))
    }
    process.ledgerExtra = own.pick([0, 1, 1, 2]) * page
    process.peak = pages(
      Double(process.footprint + process.ledgerExtra) * own.pick([1, 1.05, 1.2, 1.6]))
    return process
  }

  /// An empty process, whose footprint is the dirty memory of its own table.
  static func process(_ name: String, _ pid: Int, page: Int) -> Machine.Process {
    var process = Machine.Process(name: name, pid: pid, pageSize: page)
    process.countsShared = false
    return process
  }

  private func pages(_ size: Double) -> Int { Int(size).roundedDown(to: page) }

  /// The memory that every process with one of the names shares with the others.
  static func sharing(
    _ processes: [Machine.Process], _ names: [String], dirty: Int, clean: Int
  ) -> ShippedMachine.SharingGroup {
    ShippedMachine.SharingGroup(
      pids: Set(processes.filter { names.contains($0.name) }.map(\.pid)),
      categories: [
        Machine.Category(name: "shared memory", dirty: dirty, regions: 3),
        Machine.Category(name: "mapped file", clean: clean, regions: 2),
      ])
  }
}
