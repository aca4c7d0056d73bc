/// Coherent zones of a wanted size: whole chunks, elements in use, free chunks, a peak, a lifetime.
struct ZoneMaker {
  let random: StableRandom
  let page: Int

  /// The allocation chunk: the smallest number of pages, up to 8, that wastes less than a tenth.
  static func chunk(for element: Int, page: Int) -> Int {
    let fitting = (1...8).map { $0 * page }.first {
      $0 >= element && $0 % element <= $0 / 10
    }
    return fitting ?? element.roundedUp(to: page)
  }

  /// A zone of about `size` bytes.
  ///
  /// It takes one number of `random`, whatever its size: a machine's zones stay the same as they
  /// grow. `fill` is the part of the elements that is in use, `turnover` how often each was
  /// allocated; both are random by default.
  func zone(
    _ name: String, _ element: Int, about size: Double, fill: Double? = nil, flags: String = "C",
    turnover: Double? = nil
  ) -> Machine.Zone {
    let own = StableRandom("\(name) \(random.fraction())")
    let usual = own.uniform(0.90, 0.995)
    let top = own.uniform(1.0, 1.3)
    let turns = own.uniform(2, 900)
    let chunk = Self.chunk(for: element, page: page)
    let chunks = max(1, Int((size / Double(chunk)).rounded(.toNearestOrEven)))
    let current = chunks * chunk
    let count = current / element
    let inUse = min(count, max(1, Int(Double(count) * (fill ?? usual))))
    var zone = Machine.Zone(
      name: name, element: element, current: current, maximum: 0, inUse: inUse, allocation: chunk,
      flags: Set(flags))
    if flags.contains("C") { zone.collectable = own.int(0...(current - zone.used) / chunk) * chunk }
    zone.maximum = Int((Double(chunks) * top).rounded(.toNearestOrEven)) * chunk
    zone.lifetime = Int(Double(zone.used) * (turnover ?? turns)).roundedDown(to: element)
    return zone
  }

  /// The zones of a list `name|element bytes|MiB`.
  func listed(
    _ list: String, scale: Double = 1, flags: () -> String = { "C" }
  ) -> [Machine.Zone] {
    Rows(list, separator: "|").fields.map { fields in
      let size = Int(fields[2].number * Double(1.mib) * scale)
      let letters = flags()
      return zone(fields[0], fields[1].integer, about: Double(size), flags: letters)
    }
  }
}

/// The zones of kernels with kalloc heaps (12 and later).
extension ZoneMaker {
  /// The element sizes of a heap.
  static let sizes = [
    16, 32, 48, 64, 80, 96, 128, 160, 192, 224, 256, 288, 384, 448, 512, 576, 768, 896, 1024, 1152,
    1280, 1664, 2048, 4096, 6144, 8192, 12288, 16384, 32768,
  ]

  private static let plain: Set = [
    "vm.permanent", "threads", "tasks", "threads_ro", "proc_ro", "cred", "pmap",
  ]
  private static let exhaustible: Set = [
    "mbuf", "data.mbuf.cluster.2k", "data.mbuf.cluster.4k", "data.mbuf.cluster.16k",
    "vm pages array",
  ]

  /// The zones of ``ZoneList/modern`` that a kernel has: column 2 for the Mac of 12, 3 for the Mac
  /// of 26.
  func named(column: Int, scale: Double = 1) -> [Machine.Zone] {
    Rows(ZoneList.modern, separator: "|").fields.filter { $0[column] != "-" }.map { fields in
      let (name, element) = (fields[0], fields[1].integer)
      let size = Int(fields[column].number * Double(1.mib) * scale)
      let isPlain = Self.plain.contains(name) || element == 1
      return zone(
        name, element, about: Double(size), fill: element == 1 ? 1 : nil,
        flags: Self.exhaustible.contains(name) ? "X" : isPlain ? "" : "C",
        turnover: element == 1 ? 1 : nil)
    }
  }

  /// The zones `PREFIXkalloc.SIZE` of one heap, which share about `budget` bytes.
  func heap(_ prefix: String, _ budget: Int, sizes: [Int] = sizes) -> [Machine.Zone] {
    let weights = sizes.map {
      random.uniform(0.3, 1) * ([64, 512, 1024, 2048].contains($0) ? 4 : 1)
    }
    let unit = Double(budget) / weights.reduce(0, +)
    return zip(sizes, weights).map { size, weight in
      let fill = random.uniform(0.86, 0.98)
      return zone(
        "\(prefix)kalloc.\(size)", size, about: (unit * weight).rounded(.down), fill: fill)
    }
  }

  /// The zones `kalloc.typeN.SIZE`: several of one size, so a leak in one type stays in one zone.
  func types(_ budget: Int, most: Int) -> [Machine.Zone] {
    let labels = Self.sizes.filter { $0 <= 4096 }.flatMap { size in
      (0..<random.int(2...most)).map { (name: "kalloc.type\($0).\(size)", size: size) }
    }
    let weights = labels.map { _ in random.uniform(0.1, 1) }
    let unit = Double(budget) / weights.reduce(0, +)
    return zip(labels, weights).map { label, weight in
      let fill = random.uniform(0.8, 0.97)
      return zone(label.name, label.size, about: (unit * weight).rounded(.down), fill: fill)
    }
  }
}
