/// Prints a process as `vmmap -summary` does from 13 to 26.
struct VmmapPrinter {
  let examined: ExaminedProcess

  /// The member's text.
  func print() -> String {
    ProcessHeadPrinter(examined: examined).print("vmmap") + totals + "\n" + types + "\n" + zones
      + "\n"
  }

  private func size(_ bytes: Int) -> String { ProcessHeadPrinter.size(bytes) }

  private var totals: String {
    let code = examined.types.filter { ["__TEXT", "__LINKEDIT"].contains($0.name) }
    let (mapped, resident) = (sum(code, \.virtual), sum(code, \.resident))
    let others = examined.types.filter {
      !["__TEXT", "__LINKEDIT", "mapped file"].contains($0.name)
    }
    let (all, held, out) = (sum(others, \.virtual), sum(others, \.resident), sum(others, \.swapped))
    func part(_ name: String, _ bytes: Int, of whole: Int) -> String {
      "\(name)=\(size(bytes))(\(whole > 0 ? (bytes * 100 + whole / 2) / whole : 0)%)"
    }
    let written = sum(others, \.dirty)
    return """
      ReadOnly portion of Libraries: Total=\(size(mapped)) \(part("resident", resident, of: mapped)) \
      \(part("swapped_out_or_unallocated", mapped - resident, of: mapped))
      Writable regions: Total=\(size(all)) \(part("written", written, of: all)) \
      \(part("resident", held, of: all)) \(part("swapped_out", out, of: all)) \
      \(part("unallocated", max(0, all - held - out), of: all))

      """
  }

  private func sum(
    _ types: [ExaminedProcess.RegionType], _ value: (ExaminedProcess.RegionType) -> Int
  ) -> Int { types.map(value).reduce(0, +) }

  private var types: String {
    let width = 30
    var lines = [
      .blanks(width) + "  VIRTUAL RESIDENT    DIRTY  SWAPPED VOLATILE   NONVOL    EMPTY   REGION ",
      "REGION TYPE".left(width)
        + "     SIZE     SIZE     SIZE     SIZE     SIZE     SIZE     SIZE    COUNT (non-coalesced) ",
      Self.typesRule,
    ]
    for type in examined.types.sorted(by: { $0.name < $1.name }) {
      let sizes = [type.virtual, type.resident, type.dirty, type.swapped, 0, 0, type.empty]
      lines.append(
        row(type.name.left(width), sizes, type.regions) + (type.note.map { "        " + $0 } ?? ""))
    }
    let all = examined.types
    let totals = [
      sum(all, \.virtual), sum(all, \.resident), sum(all, \.dirty), sum(all, \.swapped), 0, 0,
      sum(all, \.empty),
    ]
    let reserved = all.filter { $0.note?.hasPrefix("reserved") == true }
    lines.append(Self.typesRule)
    lines.append(row("TOTAL".left(width), totals, sum(all, \.regions)))
    if !reserved.isEmpty {
      let rest = [totals[0] - sum(reserved, \.virtual)] + totals.dropFirst()
      lines.append(row("TOTAL, minus reserved VM space".left(width), rest, sum(all, \.regions)))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let typesRule =
    "===========".left(30)
    + "  ======= ========    =====  ======= ========   ======    =====  ======= "

  /// Every row ends with a blank.
  private func row(_ name: String, _ sizes: [Int], _ regions: Int) -> String {
    name + sizes.map { " " + size($0).right(8) }.joined() + " " + "\(regions)".right(8) + " "
  }

  private var zones: String {
    let width = 38
    let rule =
      "===========".left(width)
      + "=======  =========  =========  =========  =========  =========  =========  ======  ======"
    let all = examined.zones
    func sum(_ value: (ExaminedProcess.Zone) -> Int) -> Int { all.map(value).reduce(0, +) }
    var lines = [
      .blanks(width)
        + "VIRTUAL   RESIDENT      DIRTY    SWAPPED ALLOCATION      BYTES DIRTY+SWAP          REGION",
      "MALLOC ZONE".left(width)
        + "   SIZE       SIZE       SIZE       SIZE      COUNT  ALLOCATED  FRAG SIZE  % FRAG   COUNT",
      rule,
    ]
    lines += all.map { zone in
      self.zone("\(zone.name)_\(String.hexadecimal(zone.address))".left(width), zone)
    }
    lines.append(rule)
    let total = ExaminedProcess.Zone(
      name: "TOTAL", address: 0, virtual: sum(\.virtual), resident: sum(\.resident),
      dirty: sum(\.dirty), swapped: sum(\.swapped), blocks: sum(\.blocks),
      allocated: sum(\.allocated), regions: sum(\.regions))
    if all.count > 1 { lines.append(zone("TOTAL".left(width), total)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func zone(_ name: String, _ zone: ExaminedProcess.Zone) -> String {
    let held = zone.dirty + zone.swapped
    let percent = held > 0 && zone.fragmentation > 0 ? 100 - 100 * zone.allocated / held : 0
    return name + size(zone.virtual).right(7)
      + [zone.resident, zone.dirty, zone.swapped].map { size($0).right(11) }.joined()
      + "\(zone.blocks)".right(11) + size(zone.allocated).right(11)
      + size(zone.fragmentation).right(11) + "\(percent)%".right(8) + "\(zone.regions)".right(8)
  }
}
