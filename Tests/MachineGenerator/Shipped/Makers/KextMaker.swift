/// Kexts in bulk, from a list of names.
struct KextMaker {
  let random: StableRandom
  /// The version of the kernel's interfaces.
  var interfaceVersion: String
  /// The first address.
  var base: UInt64
  /// Whether the interfaces have a size.
  var interfacesHaveCode: Bool
  var page = 4096
  /// Whether third-party kexts have no address, as on Apple silicon.
  var hidesThirdParties = false
  var interfaces = ["bsd", "dsep", "iokit", "libkern", "mach", "private", "unsupported"]

  /// The interfaces of 12 and later.
  static let modernInterfaces = [
    "bsd", "dsep", "iokit", "kasan", "kcov", "libkern", "mach", "private", "unsupported",
  ]

  /// Rows `name version pages`; the interfaces come first.
  ///
  /// Each kext links against interfaces and a few earlier kexts. No pages make a driver extension:
  /// size 1, and the load tag for an address.
  func kexts(_ list: String) -> [Machine.Kext] {
    var kexts = interfaces.enumerated().map { number, name in
      let size = interfacesHaveCode ? random.int(0x400...0x9F00) / 16 * 16 : 0
      return Self.kext(
        number + 1, "com.apple.kpi.\(name)", interfaceVersion, size, uuid: random.uuid())
    }
    var index = kexts.count
    for fields in Rows(list).fields {
      index += index > 30 ? random.pick([1, 1, 1, 1, 1, 2]) : 1
      let pages = fields[2].integer
      let others = kexts[interfaces.count...].compactMap(\.index)
      let count = random.int(3...7)
      var links = random.sample(Array(1...interfaces.count), count)
      let more = min(others.count, random.pick([0, 0, 1, 2, 3]))
      links += random.sample(others, more)
      let uuid = random.uuid()
      kexts.append(
        Self.kext(
          index, fields[0], fields[1], pages > 0 ? pages * page : 1, uuid: uuid,
          links: pages > 0 ? links : []))
      if pages == 0 { kexts[kexts.count - 1].address = UInt64(index) }
    }
    Self.place(&kexts, from: base, random, page: page) { kext in
      (interfacesHaveCode || !kext.isInterface) && !(hidesThirdParties && kext.isThirdParty)
    }
    Self.countReferences(&kexts)
    return kexts
  }

  /// A kext whose memory is all wired; links are sorted as kextstat prints them.
  static func kext(
    _ index: Int, _ name: String, _ version: String, _ size: Int, uuid: String? = nil,
    links: [Int] = []
  ) -> Machine.Kext {
    Machine.Kext(
      index: index, references: 0, address: 0, size: size, wired: size, name: name,
      version: version, uuid: uuid, links: links.sorted(by: >))
  }

  /// The kexts of ``KextList/mountainLion`` that are wanted, without addresses.
  static func mountainLion(
    _ isWanted: (_ index: Int, _ name: String) -> Bool = { _, _ in true }
  ) -> [Machine.Kext] {
    let rows = Rows(KextList.mountainLion).fields.filter { isWanted($0[0].integer, $0[1]) }
    return rows.map { fields in
      let links = fields[4] == "-" ? [] : fields[4].split(separator: ",").map { String($0).integer }
      return kext(fields[0].integer, fields[1], fields[2], fields[3].integer, links: links)
    }
  }

  /// Gives the kexts with code an address: in a shuffled order, without overlap.
  static func place(
    _ kexts: inout [Machine.Kext], from base: UInt64, _ random: StableRandom, page: Int = 4096,
    where hasAddress: (Machine.Kext) -> Bool = { _ in true }
  ) {
    var order = kexts.indices.filter { (kexts[$0].size ?? 0) > 1 && hasAddress(kexts[$0]) }
    random.shuffle(&order)
    var address = base
    for place in order {
      kexts[place].address = address
      let size = (kexts[place].size ?? 0).roundedUp(to: page)
      address += UInt64(size + random.pick([0, 0, page, 3 * page]))
    }
  }

  /// Counts references from the lists of links, as the kernel does.
  static func countReferences(_ kexts: inout [Machine.Kext]) {
    let links = kexts.map { Set($0.links) }
    for place in kexts.indices {
      guard let index = kexts[place].index else { continue }
      kexts[place].references = links.count { $0.contains(index) }
    }
  }
}
