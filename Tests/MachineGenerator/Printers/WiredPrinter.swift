/// Prints the tables below the zones: wired memory, kernel maps, zone views.
struct WiredPrinter {
  let machine: Machine
  let form: ZprintForm

  func add(to text: inout PrintedText) {
    addWired(&text)
    addMaps(&text)
    if form.hasViews { addViews(&text) }
  }

  private func addWired(_ text: inout PrintedText) {
    let id = "kmod".right(67)
    text.add(.dashes(109))
    if form.hasPeak {
      text.add(id + "          vm        peak               cur")
      text.add("wired memory".left(65) + "id         tag        size  waste       size", .heading)
    } else {
      text.add(id + "          vm                       cur")
      text.add("wired memory".left(65) + "id         tag                      size", .heading)
    }
    text.add(.dashes(109))
    for row in machine.shownWired { addRow(row, &text) }
    let zones = "\(machine.zonesSize / 1024)K"
    text.add(
      "zones" + zones.right((form.hasPeak ? 109 : 105) - 5),
      .zonesRow(.kibibytes(machine.zonesSize)))
    if form.hasPeak, machine.showsZoneTags {
      text.add("zone tags" + "12 of 345".right(100))
    }
    let (accounted, wired) = (machine.wiredTotal, machine.countedAsWired)
    let both = "\(mebibytes(accounted)) of \(mebibytes(wired))"
    text.add(
      "total" + both.right(form.hasPeak ? 104 : 100),
      .wiredTotal(
        accounted: .rounded(accounted, place: (1 << 20) / 100),
        wired: .rounded(wired, place: (1 << 20) / 100)))
  }

  /// `%6.2fM`.
  private func mebibytes(_ bytes: Int) -> String {
    String.fixed(Double(bytes) / Double(1 << 20), 2).right(6) + "M"
  }

  private func addRow(_ row: Machine.Wired, _ text: inout PrintedText) {
    var name = row.name
    var nameIsCertain = true
    if case .kext(let loadTag) = row.kind {
      nameIsCertain = name.count < 64 || loadTag < 100
      name = name.left(64) + "\(loadTag)".right(3)
    }
    var line = name.left(67) + "\(row.tag)".right(12)
    if form.hasPeak {
      line += row.peak.map { " " + "\($0 / 1024)K".right(11) } ?? .blanks(12)
      line += row.waste.map { " " + "\($0 / 1024)K".right(6) } ?? .blanks(7)
      line += " " + "\(row.size / 1024)K".right(10)
    } else {
      line += .blanks(12) + " " + "\(row.size / 1024)K".right(13)
    }
    text.add(
      line,
      .wired(
        WiredTruth(
          row: row, size: .kibibytes(row.size),
          peak: form.hasPeak ? row.peak.map { .kibibytes($0) } ?? .unknown : .unknown,
          nameIsCertain: nameIsCertain)))
  }

  private func addMaps(_ text: inout PrintedText) {
    text.add(.dashes(109))
    if form.hasPeak {
      text.add("largest".right(79) + "        peak               cur")
      text.add("maps".left(55) + "        free        free        size              size", .heading)
    } else {
      text.add("largest".right(91) + "           cur")
      text.add("maps".left(67) + "        free        free          size", .heading)
    }
    text.add(.dashes(109))
    for map in machine.maps {
      func field(_ bytes: Int?) -> String {
        bytes.map { " " + "\($0 / 1024)K".right(11) } ?? .blanks(12)
      }
      func truth(_ bytes: Int?) -> SizeTruth { bytes.map { .kibibytes($0) } ?? .unknown }
      let size = "\(map.size / 1024)K"
      let line =
        map.name.left(form.hasPeak ? 55 : 67) + field(map.free) + field(map.largest)
        + (form.hasPeak ? field(map.peak) + size.right(18) : size.right(14))
      text.add(
        line,
        .map(
          MapTruth(
            name: map.name, size: .kibibytes(map.size), free: truth(map.free),
            largest: truth(map.largest), peak: form.hasPeak ? truth(map.peak) : .unknown)))
    }
  }

  private func addViews(_ text: inout PrintedText) {
    text.add(.dashes(109))
    text.add("cur".right(109))
    text.add("zone views".left(55) + "inuse".right(54), .heading)
    text.add(.dashes(109))
    for view in machine.views {
      text.add(
        view.name.left(55) + .blanks(36) + " " + "\(view.inUse / 1024)K".right(17),
        .view(name: view.name, .kibibytes(view.inUse)))
    }
  }
}
