/// Kexts and wired memory.
extension MachineMaker {
  mutating func makeKexts(count: Int) -> [Machine.Kext] {
    var index = 0
    var kexts: [Machine.Kext] = []
    for _ in 0..<count {
      index += random.oneIn(20) ? random.int(1...2000) : random.int(1...3)
      kexts.append(makeKext(index, below: kexts.compactMap(\.index)))
    }
    return kexts
  }

  private mutating func makeKext(_ index: Int, below: [Int]) -> Machine.Kext {
    let isNarrow = plan.kextstat.map { !$0.form.hasWideAddress } ?? false
    let size = random.oneIn(8) ? random.int(0...1) : random.magnitude(upTo: 1 << 26)
    var kext = Machine.Kext(
      index: index, references: random.magnitude(upTo: 300),
      address: isNarrow
        ? UInt64(random.magnitude(upTo: 0xFFFF_FFFF))
        : 0xFFFF_FF7F_8000_0000 + UInt64(random.magnitude(upTo: 1 << 30)),
      size: size, wired: random.oneIn(2) ? size : max(0, size - 4096),
      name: bundleIdentifier(),
      version: random.pick(["1.0.1b8", "20.4.0", "615.20.17", "1", "3.0d9"]),
      uuid: random.oneIn(8) ? nil : uuid(),
      links: Array(random.some(of: below, oneIn: 3).reversed()))
    if random.oneIn(10) { kext.address = 0 }
    kext.architecture = random.pick(["x86_64", "i386", "0x1000007/0x3"])
    if let form = plan.kextstat?.form, form.letter >= "K2", random.oneIn(25) {
      if random.oneIn(2) { (kext.references, kext.size, kext.wired) = (nil, nil, nil) }
      if random.oneIn(2) { (kext.index, kext.address) = (nil, nil) }
    }
    return kext
  }

  private mutating func bundleIdentifier() -> String {
    if random.oneIn(5) { return "com.apple.kpi." + word(random.int(3...9)) }
    let start = random.pick(["com.apple.driver.", "com.apple.iokit.", "org.example.", "io.x."])
    let length = random.oneIn(10) ? random.int(44...54) : random.int(1...30)
    return start + word(length)
  }

  private mutating func uuid() -> String {
    let digits = Array("0123456789ABCDEF")
    return [8, 4, 4, 4, 12].map { count in
      String((0..<count).map { _ in digits[random.int(0...15)] })
    }.joined(separator: "-")
  }

  /// The rows of the wired table: tags, counters, sites, kexts, and parts of zones.
  mutating func makeWired(_ kexts: [Machine.Kext]) -> [Machine.Wired] {
    var rows: [Machine.Wired] = []
    for (number, name) in Self.tags.enumerated() where random.oneIn(3) {
      rows.append(wired("VM_KERN_MEMORY_" + name, .tag, number + 1))
    }
    for name in ["RESERVED", "STOLEN", "LOPAGE", "BOOT_STOLEN", "257"] where random.oneIn(3) {
      rows.append(wired("VM_KERN_COUNT_" + name, .counter, random.int(0...600)))
    }
    for kext in kexts where random.oneIn(2) {
      guard let loadTag = kext.index else { continue }
      let unknown = form.hasPeak ? "(unloaded kmod)" : "(unknown kmod)"
      rows.append(
        wired(random.oneIn(10) ? unknown : kext.name, .kext(loadTag: loadTag), 40 + loadTag))
    }
    for number in 0..<random.int(0...4) {
      let names = [
        "_ZN8IOMalloc\(number)Ev", "site 0xffffff80002\(number)",
        "IOBuffer\(number)::init(int, void *)",
        "site 0xfffffe0007\(number)" + word(60),
      ]
      rows.append(wired(random.pick(names), .site, random.int(1...700)))
    }
    let parts = form == .i ? ["[zone]", "[size.1024]"] : form.hasPeak ? ["[zone]"] : []
    for number in 0..<random.int(0...4) where !parts.isEmpty {
      let name = random.oneIn(2) ? "kalloc.\(number)" : "vm.objects\(number)"
      rows.append(wired(name + random.pick(parts), .breakdown, random.int(1...40)))
    }
    return rows
  }

  private mutating func wired(
    _ name: String, _ kind: Machine.Wired.Kind, _ tag: Int
  ) -> Machine.Wired {
    var row = Machine.Wired(name: name, kind: kind, tag: tag, size: 0)
    row.size =
      random.oneIn(8)
      ? random.pick([0, 512, 1023, 1024, 9_999_999 << 10, 10_000_000 << 10])
      : random.magnitude(upTo: 1 << 33)
    if form.hasPeak, random.oneIn(2) { row.peak = row.size + random.magnitude(upTo: 1 << 30) }
    if form.hasPeak, random.oneIn(3) {
      row.waste = random.magnitude(upTo: random.oneIn(10) ? 1 << 30 : 99_999 << 10)
    }
    return row
  }

  private static let tags = [
    "OSFMK", "BSD", "IOKIT", "LIBKERN", "OSKEXT", "KEXT", "IPC", "STACK", "CPU", "PMAP", "PTE",
    "77", "KALLOC", "COMPRESSOR", "COMPRESSED_DATA", "PHANTOM_CACHE", "WAITQ", "DIAG", "LOG",
    "FILE", "MBUF", "UBC", "SECURITY", "MLOCK", "REASON", "SKYWALK", "LTABLE",
  ]
}
