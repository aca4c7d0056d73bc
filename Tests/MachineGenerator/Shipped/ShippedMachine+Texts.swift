/// The output of the machine's tools.
extension ShippedMachine {
  /// zprint.txt, of `zprint -t -w`, or `zprint -t` on 10.8.
  var zprintText: String {
    guard let zprint else { return "" }
    var printed = machine
    printed.wired = printedWired
    printed.maps.sort { NaturalOrder.isBefore($0.name, $1.name) }
    printed.countedAsWired = countedAsWired
    var layout = ZprintLayout(zprint)
    (layout.total, layout.wasted) = (true, zprint != .bWide)
    layout.omitsTables = machine.hidesSizes
    return ZprintPrinter(machine: printed, layout: layout).print().text
  }

  /// kextstat.txt.
  var kextstatText: String {
    guard let kextstat else { return "" }
    var printed = machine
    printed.kexts.sort { ($0.index ?? 0) < ($1.index ?? 0) }
    return KextstatPrinter(machine: printed, layout: KextstatLayout(form: kextstat)).print().text
  }

  /// vm_stat.txt, of `vm_stat -c COUNT 0.2`.
  func vmStatText(samples count: Int) -> String {
    var printed = machine
    printed.samples = PageMaker(machine: self).samples(count)
    return VMStatPrinter(machine: printed, form: .interval).print().text
  }

  /// footprint-all.txt, of `footprint -w -a`.
  ///
  /// - Parameters:
  ///   - dumped: The processes with regions, as with -v; all would be too large.
  ///   - byObject: Whether it uses the analysis that was the default before 10.15.
  ///   - system: Whether it ends with 26's `System auxiliary data:`.
  /// - Returns: The whole text.
  func footprintText(
    dumping dumped: Set<String> = [], byObject: Bool = false, system: Bool = false
  ) -> String {
    let layout = FootprintLayout(
      isWide: true, regions: !dumped.isEmpty, system: system, byObject: byObject,
      listsErrors: true, gigabytes: gigabytes, detailGap: 1)
    let printed = forFootprint(dumping: dumped)
    return FootprintPrinter(machine: printed, layout: layout).print().text
  }

  /// sysctl.txt.
  var sysctlText: String { SysctlPrinter(machine: machine).print() }
  /// The members around the memory sections.
  var system: SystemTexts { SystemTexts(machine: machine) }
  /// top.txt.
  var topText: String { TopPrinter(machine: machine, pages: pages).print() }
  /// spindump.txt.
  var spindumpText: String { SpindumpPrinter(machine: machine).print() }
  /// spindump-nosymbols.txt with every process.
  var wholeSpindumpText: String { SpindumpPrinter(machine: machine, isComplete: true).print() }
  /// taskinfo.txt.
  var taskInfoText: String { TaskInfoPrinter(machine: machine).print() }
  /// top.txt of two samples with every process.
  var wholeTopText: String { TopPrinter(machine: machine, isComplete: true, pages: pages).print() }
  /// jetsam_priority.csv.
  var jetsamPriorityText: String { JetsamPriorityPrinter(machine: machine).print() }
  /// ps.txt with paths.
  var pathsText: String { PSPrinter(machine: machine).print() }
}
