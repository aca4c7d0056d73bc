/// The layouts of zprint, and the seed's own layout without any public source.
enum ZprintForm: String, CaseIterable {
  case a = "A"
  case b = "B"
  case bWide = "B wide"
  case c = "C"
  case d = "D"
  case e = "E"
  case f = "F"
  case g = "G"
  case h = "H"
  case i = "I"

  /// Its letter among the generations.
  var letter: String { String(rawValue.prefix(1)) }
  /// Whether it has the tables below the zones: wired memory and maps.
  var hasTables: Bool { letter >= "D" }
  /// Whether the wired table has a column for the peak.
  var hasPeak: Bool { letter >= "F" }
  /// Whether it lists zone views.
  var hasViews: Bool { letter >= "H" }
  /// Printed column by column, with 25 wide names throughout.
  var isColumnar: Bool { letter >= "G" }
  /// Whether a wide field leaves no blank before the next one.
  var fieldsMayTouch: Bool { letter <= "B" }
}

/// The form and flags of zprint.
struct ZprintLayout: CustomStringConvertible {
  var form: ZprintForm
  /// -t: bytes ever allocated.
  var total = false
  /// -w: the size of free elements.
  var wasted = false
  /// -L: zones only.
  var omitsTables = false
  /// -H: no heading above the zones.
  var omitsHeading = false

  var description: String {
    let flags = [
      total ? "-t" : nil, wasted ? "-w" : nil, omitsTables ? "-L" : nil,
      omitsHeading ? "-H" : nil,
    ]
    return (["zprint \(form.rawValue)"] + flags.compactMap { $0 }).joined(separator: " ")
  }

  /// Whether the tables below the zones are printed.
  var hasTables: Bool { form.hasTables && !omitsTables }

  /// The width of a zone's name.
  var nameWidth: Int {
    if form.isColumnar { return 25 }
    if form == .a { return wasted ? 18 : 25 }
    return wasted || total ? 18 : 25
  }

  /// Whether totals stand below the zones.
  var hasTotals: Bool { !omitsHeading && (wasted || (total && form != .a)) }

  /// A form, without any flag.
  init(_ form: ZprintForm) { self.form = form }

  /// One layout per number: all forms, and for each form all flags.
  init(number: Int) {
    let forms = ZprintForm.allCases
    form = forms[number % forms.count]
    let flags = number / forms.count % 10
    (wasted, total) = (flags & 1 == 1, flags & 2 == 2)
    if flags >= 8 { omitsHeading = true }
    if form == .a { total = false }
    if form.hasTables, (4...6).contains(flags) { omitsTables = true }
  }
}

/// The layouts of kextstat.
enum KextstatForm: String, CaseIterable {
  case k1 = "K1"
  case k2 = "K2"
  case k2Narrow = "K2 32-bit"
  case k3 = "K3"
  case k4 = "K4"
  case k5 = "K5"
  case k6 = "K6"

  /// Its name among the generations.
  var letter: String { String(rawValue.prefix(2)) }
  /// Whether addresses have 64 bits.
  var hasWideAddress: Bool { self != .k1 && self != .k2Narrow }
  /// Whether a row has the UUID.
  var hasUUID: Bool { letter >= "K5" }
}

/// The form and flags of kextstat.
struct KextstatLayout: CustomStringConvertible {
  var form: KextstatForm
  /// -a: the architecture of each kext.
  var architecture = false
  /// The two lines of kmutil before the header.
  var preamble = true

  var description: String { "kextstat \(form.rawValue)\(architecture ? " -a" : "")" }
}

/// The form and flags of footprint.
struct FootprintLayout: CustomStringConvertible {
  /// How sizes are printed: with a unit, in bytes (`-f bytes`), or in pages (`-f pages`).
  enum Unit: String, CaseIterable {
    case formatted, bytes, pages
  }
  var unit = Unit.formatted
  /// -w: the columns Swapped and Wired.
  var isWide = false
  /// -v: a dump of all regions first.
  var regions = false
  /// Whether the summary of all processes is printed.
  var summary = true
  /// Whether the auxiliary data of the system is printed.
  var system = false
  /// Whether categories are split by VM object.
  var byObject = false
  /// The list of processes with errors, before the summary.
  var listsErrors = false
  var gigabytes = Gigabytes.mixed
  /// Blanks between a category and its detail; public samples show paths only.
  var detailGap = 4

  /// How sizes of a gigabyte and more are printed; both forms were seen.
  enum Gigabytes {
    /// Whole numbers, from 10,000 MB on.
    case whole
    /// From 1 GB on, with one decimal below 10.
    case decimal
    /// From 10,000 MB on, sometimes with a decimal.
    case mixed
  }

  var description: String {
    "footprint \(unit) \(isWide ? "wide" : "narrow")\(regions ? " regions" : "")"
  }
}

/// The two forms of vm_stat; the interval form of 10.5 has fewer and narrower columns.
enum VMStatForm: String, CaseIterable {
  case plain, interval, intervalOfLeopard
}

/// The output of a machine's tools and its layouts.
struct Plan: CustomStringConvertible {
  /// The number that everything follows from.
  let number: Int
  /// The layout of each tool; nil for a tool that did not run.
  var zprint: ZprintLayout?
  var kextstat: KextstatLayout?
  var footprint: FootprintLayout?
  var vmStat: VMStatForm?
  /// Whether `sysctl.txt` is there.
  var hasSysctl = true
  /// Whether the machine has several times the usual rows.
  var isLarge = false

  var description: String {
    let parts = [
      zprint?.description, kextstat?.description, footprint?.description,
      vmStat.map { "vm_stat \($0)" },
    ]
    return "machine \(number): " + parts.compactMap { $0 }.joined(separator: ", ")
  }

  /// The plan of a number: always the same.
  init(number: Int) {
    self.number = number
    var random = SeededRandom(seed: UInt64(number) &* 31 &+ 7)
    zprint = random.oneIn(12) ? nil : ZprintLayout(number: number)
    if random.oneIn(2) || zprint == nil {
      kextstat = KextstatLayout(form: random.pick(KextstatForm.allCases))
      kextstat?.preamble = !random.oneIn(3)
      if let form = kextstat?.form, form.letter >= "K4" { kextstat?.architecture = random.oneIn(3) }
    }
    if random.oneIn(2) {
      footprint = FootprintLayout(
        unit: random.pick([.formatted, .formatted, .bytes, .pages]), isWide: random.oneIn(2),
        regions: random.oneIn(3), summary: !random.oneIn(4), system: random.oneIn(2),
        byObject: random.oneIn(6))
    }
    vmStat = random.oneIn(3) ? nil : random.pick(VMStatForm.allCases)
    hasSysctl = !random.oneIn(5)
    isLarge = random.oneIn(50)
  }
}
