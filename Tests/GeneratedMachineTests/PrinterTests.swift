import Testing

@testable import MachineGenerator

/// The printers against rows of real machines, character by character.
struct PrinterTests {
  private func lastRow(_ zone: Machine.Zone, _ layout: ZprintLayout) -> String? {
    let text = ZprintPrinter(machine: Machine(zones: [zone]), layout: layout).print()
    return text.lines.last { if case .zone = $0.truth { true } else { false } }?.text
  }

  @Test("a zone of 10.14")
  func columnarZone() {
    let zone = Machine.Zone(
      name: "kalloc.16", element: 16, current: 17320 << 10, maximum: 1_276_896 * 16,
      inUse: 1_060_838, allocation: 4096, flags: ["C"])
    let row =
      "kalloc.16                     16      17320K      19951K    1108480     1276896     1060838"
      + "     4K    256  C"
    var layout = ZprintLayout(number: 0)
    (layout.form, layout.total, layout.wasted) = (.g, false, false)
    #expect(lastRow(zone, layout) == row)
  }

  @Test("a zone of the seed's layout, with its wide maximum")
  func wideZone() {
    let zone = Machine.Zone(
      name: "vm object hash entries", element: 40, current: 254_490 * 40, maximum: 13122 << 10,
      inUse: 238_354, allocation: 4096, lifetime: 130_659 << 10, flags: ["C"])
    let row =
      "vm.object.hash.en$   40    9941K      13122K    254490    335923    238354    4K   102   C"
      + "          130659K"
    var layout = ZprintLayout(number: 0)
    (layout.form, layout.total, layout.wasted) = (.bWide, true, false)
    #expect(lastRow(zone, layout) == row)
  }

  @Test("a kext of 10.9")
  func kext() {
    let kext = Machine.Kext(
      index: 9, references: 22, address: 0xffff_ff7f_807f_3000, size: 0x9000, wired: 0x9000,
      name: "com.apple.iokit.IOACPIFamily", version: "1.4", links: [7, 6, 4, 3])
    let row =
      "    9   22 0xffffff7f807f3000 0x9000     0x9000     com.apple.iokit.IOACPIFamily (1.4)"
      + " <7 6 4 3>"
    let text = KextstatPrinter(machine: Machine(kexts: [kext]), layout: KextstatLayout(form: .k3))
    #expect(text.print().lines.last?.text == row)
  }

  @Test("a category of macOS 14")
  func category() {
    var process = Machine.Process(name: "rube-bin", pid: 39604)
    process.own.categories = [
      Machine.Category(name: "MALLOC_MEDIUM", dirty: 880 << 10, reclaimable: 1392 << 10, regions: 8)
    ]
    let text = FootprintPrinter(
      machine: Machine(processes: [process]), layout: FootprintLayout()
    ).print()
    let rows = [
      "rube-bin [39604]: 64-bit    Footprint: 880 KB (16384 bytes per page)",
      "  Dirty      Clean  Reclaimable    Regions    Category",
      "    ---        ---          ---        ---    ---",
      " 880 KB        0 B      1392 KB          8    MALLOC_MEDIUM",
    ]
    #expect(rows.filter { row in !text.lines.contains { $0.text == row } } == [])
  }

  @Test("the counters of macOS 26")
  func counters() {
    let machine = Machine(pageSize: 16384, pages: [("Pages free", 48472)])
    let text = VMStatPrinter(machine: machine, form: .plain).print().text
    let rows = [
      "Mach Virtual Memory Statistics: (page size of 16384 bytes)",
      "Pages free:                               48472.",
    ]
    #expect(text.hasPrefix(rows.joined(separator: "\n")))
  }
}
