/// Prints a machine as zprint does, based only on the formats.
struct ZprintPrinter {
  let machine: Machine
  let layout: ZprintLayout
  var form: ZprintForm { layout.form }

  /// The member's text, line by line with its truth.
  func print() -> PrintedText {
    var text = PrintedText()
    if !layout.omitsHeading { addHeading(&text) }
    for zone in machine.shownZones { addZone(zone, &text) }
    if layout.hasTables { WiredPrinter(machine: machine, form: form).add(to: &text) }
    if layout.hasTotals { addTotals(&text) }
    return text
  }

  private func addHeading(_ text: inout PrintedText) {
    let (upper, lower) = heading
    text.add(upper)
    text.add(lower, .heading)
    let columnar = 109 + (layout.wasted ? 20 : 0) + (layout.total ? 18 : 0)
    text.add(.dashes(form.isColumnar ? columnar : lower.count + (form == .bWide ? 1 : 0)))
  }

  /// The two lines of the heading.
  private var heading: (String, String) {
    let name = "zone name".left(layout.nameWidth)
    let indent = String.blanks(layout.nameWidth)
    switch form {
    case .a:
      return (
        indent + " elem    cur    max    cur    max   cur alloc alloc",
        name + " size   size   size  #elts  #elts inuse  size count"
          + (layout.wasted ? " wasted" : "")
      )
    case .b, .bWide:
      let more = form == .bWide ? "   " : ""
      return (
        indent + " elem      cur   \(more)   max       cur       max       cur alloc alloc"
          + (layout.total && !layout.wasted ? .blanks(10) : ""),
        name + " size     size  \(more)   size     #elts     #elts     inuse  size count"
          + (layout.wasted ? "      wasted" : "")
          + (layout.total ? (layout.wasted ? "     " : "        ") + "Total Allocs" : "")
      )
    default:
      let upper =
        indent + "   elem         cur         max        cur         max         cur  alloc  alloc"
      let lower =
        name + "   size        size        size      #elts       #elts       inuse   size  count"
      if form.isColumnar {
        return (
          upper + (layout.wasted ? "         frag      free" : "")
            + (layout.total ? "total".right(18) : "") + " ",
          lower + (layout.wasted ? "         size      size" : "")
            + (layout.total ? "allocs".right(18) : "") + " "
        )
      }
      return (
        upper,
        lower + (layout.wasted ? "        wasted" : "")
          + (layout.total ? (layout.wasted ? "      " : "          ") + "Total Allocs" : "")
      )
    }
  }

  private func addTotals(_ text: inout PrintedText) {
    let zones = machine.shownZones
    let used = zones.map(\.used).reduce(0, +)
    // Defect 1: up to 10.13.3 the wired sizes are added to the same sum.
    let holdsTags = layout.hasTables && !form.isColumnar
    let size = holdsTags ? machine.wiredTotal : machine.zonesSize
    let collectable = zones.map(\.collectable).reduce(0, +)
    var lines = [("SIZE", size), ("USED", used)]
    if layout.wasted { lines.append(("WASTED", size - used)) }
    if layout.wasted, form.isColumnar {
      lines += [("FRAGMENTED", size - used - collectable), ("COLLECTABLE", collectable)]
    }
    if layout.total { lines.append(("ALLOCS", zones.map(\.lifetime).reduce(0, +))) }
    if form.isColumnar {
      text.add("")
      text.add("ZONE TOTALS")
      text.add(.dashes(45))
    }
    for (name, bytes) in lines {
      let label = "TOTAL " + name.left(form.isColumnar ? 12 : 7) + "= "
      let printed =
        bytes >= 0 || form == .a ? String(bytes) : String(UInt64(bitPattern: Int64(bytes)))
      text.add(label + printed, .zoneTotal(name: name, bytes >= 0 ? .exact(bytes) : .unknown))
    }
  }
}

/// One zone.
extension ZprintPrinter {
  private func addZone(_ zone: Machine.Zone, _ text: inout PrintedText) {
    let (row, truth) =
      switch form {
      case .a: narrowRow(zone)
      case .b, .bWide: touchingRow(zone)
      default: spacedRow(zone)
      }
    text.add(row, .zone(truth))
  }

  /// The name in the format of every version.
  private func printedName(_ name: String) -> (field: String, text: String, isCut: Bool) {
    let width = layout.nameWidth
    let dotted = String(name.map { $0 == " " ? "." : $0 })
    let isCut = dotted.count > width - 1
    let text = String(dotted.prefix(width - 1))
    return ((isCut ? text + "$" : text).left(width), text, isCut)
  }

  private func truth(_ zone: Machine.Zone, dashes: (size: Bool, count: Bool)) -> ZoneTruth {
    let name = printedName(zone.name)
    let isHidden = zone.current == 0 && zone.inUse > 0
    return ZoneTruth(
      reading: layout.omitsHeading ? .uncertain : .certain,
      name: name.text, nameIsTruncated: name.isCut, element: zone.element,
      current: isHidden ? .unknown : .kibibytes(zone.current),
      maximum: dashes.size ? .unknown : .kibibytes(zone.maximum), inUse: zone.inUse,
      capacity: zone.current / zone.element, flags: zone.flags, fragmented: fragmented(zone),
      collectable: layout.wasted && form.isColumnar ? short(zone.collectable).1 : .unknown,
      lifetime: layout.total ? short(zone.lifetime).1 : .unknown, used: zone.used)
  }

  private func fragmented(_ zone: Machine.Zone) -> SizeTruth {
    guard layout.wasted else { return .unknown }
    let wasted = zone.current - zone.used
    if form == .a { return .exact(wasted) }
    return form.isColumnar ? short(wasted - zone.collectable).1 : .kibibytes(wasted)
  }

  /// Below 1 KiB in B, else in K; negative numbers wrap, and implausible ones are unknown.
  private func short(_ bytes: Int) -> (String, SizeTruth) {
    if bytes < 0 { return ("\(UInt64(bitPattern: Int64(bytes)) / 1024)K", .unknown) }
    if bytes < 1024 { return ("\(bytes)B", .exact(bytes)) }
    return ("\(bytes / 1024)K", bytes > 1 << 50 ? .unknown : .kibibytes(bytes))
  }

  private func flag(_ letter: Character, _ zone: Machine.Zone) -> String {
    zone.flags.contains(letter) ? String(letter) : " "
  }

  /// A: 32-bit counters and touching fields.
  private func narrowRow(_ zone: Machine.Zone) -> (String, ZoneTruth) {
    let isDashed = zone.maximum / 1024 >= 99999
    var truth = truth(zone, dashes: (isDashed, isDashed))
    var row = RowText()
    row.append(printedName(zone.name).field)
    row.add("\(zone.element)", 5)
    row.add(zone.wrapped == .current ? "-98765K" : "\(zone.current / 1024)K", 7)
    row.add(
      isDashed ? "----" : zone.wrapped == .maximum ? "-42K" : "\(zone.maximum / 1024)K", 7)
    row.add(zone.wrapped == .capacity ? "-7654" : "\(zone.current / zone.element)", 7)
    row.add(isDashed ? "----" : "\(zone.maximum / zone.element)", 7)
    row.add(zone.wrapped == .inUse ? "-12" : "\(zone.inUse)", 6)
    row.add("\(zone.allocation / 1024)K", 6)
    row.add("\(zone.allocation / zone.element)", 6)
    let wasted = zone.current - zone.used
    if layout.wasted { row.add("\(zone.wrapped == .wasted ? -4096 : wasted)", 7) }
    row.append(flag("P", zone) + flag("C", zone))
    switch zone.wrapped {
    case .current: truth.current = .unknown
    case .maximum where !isDashed: truth.maximum = .unknown
    case .capacity: truth.capacity = nil
    case .inUse: truth.reading = .impossible
    case .wasted: truth.fragmented = .unknown
    case .maximum, nil: break
    }
    let isWrapped = zone.wrapped != nil && zone.wrapped != .wasted
    if truth.reading == .certain, row.overflows || isWrapped { truth.reading = .uncertain }
    return (row.text, truth)
  }

  /// B and the seed's layout: 64 bits and touching fields.
  private func touchingRow(_ zone: Machine.Zone) -> (String, ZoneTruth) {
    let maximum = zone.maximum / 1024
    let isWide = form == .bWide
    let dashes = (size: !isWide && maximum > 9_999_999, count: !isWide && maximum >= 999_999_999)
    var truth = truth(zone, dashes: dashes)
    var row = RowText()
    row.append(printedName(zone.name).field)
    row.add("\(zone.element)", 5)
    row.add("\(lowKibibytes(zone.current))K", 9)
    row.add(dashes.size ? "------" : "\(lowKibibytes(zone.maximum))K", isWide ? 12 : 9)
    if case .truncated = truth.current { truth.current = lowTruth(zone.current) }
    if case .truncated = truth.maximum { truth.maximum = lowTruth(zone.maximum) }
    if layout.wasted { truth.fragmented = lowTruth(zone.current - zone.used) }
    if dashes.count { truth.maximum = .unknown }
    row.add("\(zone.current / zone.element)", 10)
    row.add(dashes.count ? "---------" : "\(zone.limit)", 10)
    row.add("\(zone.inUse)", 10)
    row.add("\(zone.allocation / 1024)K", 6)
    row.add("\(zone.allocation / zone.element)", 6)
    row.append(" " + flag("X", zone) + flag("A", zone) + flag("C", zone))
    if layout.wasted { row.add("\(lowKibibytes(zone.current - zone.used))K", 9) }
    if layout.total { row.add(short(zone.lifetime).0, 17) }
    if truth.reading == .certain, row.overflows { truth.reading = .uncertain }
    return (row.text, truth)
  }

  /// Defect 3: the lower 32 bits of a size, signed, then divided and printed unsigned.
  private func lowKibibytes(_ bytes: Int) -> UInt32 {
    UInt32(bitPattern: Int32(truncatingIfNeeded: bytes) / 1024)
  }

  /// A negative number is truncated towards zero: whole pages are then assumed.
  private func lowTruth(_ bytes: Int) -> SizeTruth {
    let above = (bytes + 1023) / 1024 * 1024
    let isNegative = Int32(truncatingIfNeeded: bytes) < 0
    return .kibibytes(isNegative && above.isMultiple(of: 4096) ? above : bytes)
  }

  /// C and later: a blank before every field.
  private func spacedRow(_ zone: Machine.Zone) -> (String, ZoneTruth) {
    let maximum = zone.maximum / 1024
    let isBeyond = maximum > 9_999_999
    let dashes = (size: isBeyond, count: form.isColumnar ? isBeyond : maximum >= 999_999_999)
    var row = RowText()
    row.append(printedName(zone.name).field)
    row.addApart("\(zone.element)", 6)
    row.addApart("\(zone.current / 1024)K", 11)
    row.addApart(dashes.size ? (form.isColumnar ? "-------" : "--------") : "\(maximum)K", 11)
    row.addApart("\(zone.current / zone.element)", 10)
    let count = "\(zone.limit)"
    row.addApart(dashes.count ? (form.isColumnar ? "-------" : "----------") : count, 11)
    row.addApart("\(zone.inUse)", 11)
    row.addApart("\(zone.allocation / 1024)K", 6)
    row.addApart("\(zone.allocation / zone.element)", 6)
    let wasted = zone.current - zone.used
    if form.isColumnar {
      row.append(" " + flag("X", zone) + flag("C", zone))
      if layout.wasted {
        row.addApart(short(wasted - zone.collectable).0, 9)
        row.addApart(short(zone.collectable).0, 9)
      }
    } else {
      row.append(" " + flag("X", zone) + flag("A", zone) + flag("C", zone))
      if layout.wasted { row.addApart("\(wasted / 1024)K", 9) }
    }
    if layout.total { row.addApart(short(zone.lifetime).0, 17) }
    return (row.text, truth(zone, dashes: dashes))
  }
}
