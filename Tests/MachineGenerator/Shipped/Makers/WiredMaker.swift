private import Foundation

/// Wired rows in bulk: tags by their names and numbers, kexts by load tag.
struct WiredMaker {
  let random: StableRandom
  let page: Int
  /// The names of the tags, from tag 1 on.
  let tags: [String]

  /// The tags of 10.12.
  static let sierraTags = [
    "OSFMK", "BSD", "IOKIT", "LIBKERN", "OSKEXT", "KEXT", "IPC", "STACK", "CPU", "PMAP", "PTE",
    "ZONE", "KALLOC", "COMPRESSOR", "COMPRESSED_DATA", "PHANTOM_CACHE", "WAITQ", "DIAG", "LOG",
    "FILE", "MBUF", "UBC", "SECURITY", "MLOCK", "REASON", "SKYWALK", "LTABLE",
  ]
  /// The tags of 12.
  static let montereyTags = sierraTags + ["HV", "KALLOC_DATA", "RETIRED", "KALLOC_TYPE", "TRIAGE"]
  /// The tags of 26.
  static let tahoeTags =
    montereyTags + ["RECOUNT", "34", "EXCLAVES", "EXCLAVES_SHARED", "KALLOC_SHARED"]

  /// The number of a tag.
  func number(of tag: String) -> Int { (tags.firstIndex(of: tag) ?? -1) + 1 }

  /// Rows `VM_KERN_MEMORY_*` of the given sizes.
  func tagRows(_ sizes: SizeList, scale: Double = 1) -> [Machine.Wired] {
    sizes.entries.map { name, size in
      let held = Int(Double(size) * scale).roundedDown(to: page)
      return Machine.Wired(
        name: "VM_KERN_MEMORY_\(name)", kind: .tag, tag: number(of: name), size: held,
        peak: peak(of: held))
    }
  }

  /// Rows `VM_KERN_COUNT_*`: boot-time memory that carries the wired flag.
  func counterRows(_ sizes: KeyValuePairs<String, Int>) -> [Machine.Wired] {
    sizes.map { name, size in
      Machine.Wired(
        name: "VM_KERN_COUNT_\(name)", kind: .counter, tag: 0, size: size.roundedDown(to: page))
    }
  }

  /// Rows of kexts' own wired memory; tags count from the first dynamic one.
  func kextRows(
    _ kexts: [Machine.Kext], _ sizes: [(name: String, size: Int)], firstTag: Int
  ) -> [Machine.Wired] {
    sizes.enumerated().map { number, entry in
      let held = max(4.kib, entry.size.roundedDown(to: page))
      guard let index = kexts.last(where: { $0.name == entry.name })?.index else {
        preconditionFailure("no kext \(entry.name)")
      }
      return Machine.Wired(
        name: entry.name, kind: .kext(loadTag: index), tag: firstTag + number, size: held,
        peak: peak(of: held))
    }
  }

  /// `sizes`, and so many further kexts with some wired memory each.
  func heap(_ kexts: [Machine.Kext], _ sizes: SizeList, more count: Int) -> [(
    name: String, size: Int
  )] {
    let free = kexts.filter { !sizes.has($0.name) && !$0.isInterface }.map(\.name)
    let chosen = random.sample(free, min(count, free.count)).sorted()
    return sizes.entries + chosen.map { ($0, Int(pow(2, random.uniform(12, 21)))) }
  }

  /// Rows that are parts of zones and are never added.
  static func breakdowns(_ rows: [(name: String, tag: Int, size: Int)]) -> [Machine.Wired] {
    rows.map { Machine.Wired(name: $0.name, kind: .breakdown, tag: $0.tag, size: $0.size) }
  }

  /// Rows of functions that own wired memory.
  func sites(
    _ rows: [(name: String, tag: String, size: Int)], peak least: Int
  ) -> [Machine.Wired] {
    rows.map { name, tag, size in
      Machine.Wired(
        name: name, kind: .site, tag: number(of: tag), size: size, peak: max(size, least))
    }
  }

  private func peak(of size: Int) -> Int {
    Int(Double(size) * random.uniform(1, 1.4)).roundedDown(to: page)
  }
}
