/// The columns of a report's tables.
enum ReportTables {
  static let balance = TableShape(
    "balance", of: "sides",
    [
      Column(.name, "side", ""), .bytes("bytes", "size", tolerance: true, lowerBound: true),
      Column(.share, "shareOfKernelAndUser", "of kernel + user"),
      Column(.share, "shareOfInstalled", nil),
      Column(.text, "source", "from"),
    ])

  static let findings = TableShape(
    "findings", of: "findings",
    [
      Column(.name, "severity", "severity"), Column(.name, "id", "rule"),
      Column(.text, "title", "finding"), Column(.text, "detail", "detail"),
      Column(.name, "subject", "subject"), .bytes("bytes", "size"),
      Column(.source, "source", "source"), Column(.text, "recommendation", "advice"),
    ])

  static let holders = TableShape(
    "holders", of: "holders",
    [
      Column(.name, "name", "holder"), .bytes("bytes", "size", tolerance: true, lowerBound: true),
      Column(.share, "shareOfKernel", "of kernel"), Column(.source, "source", "source"),
      Column(.text, "meaning", "what it is"),
    ])

  static let apps = TableShape(
    "apps", of: "apps",
    [
      Column(.name, "app", "app"), .bytes("footprintBytes", "footprint", tolerance: true),
      Column(.share, "shareOfUser", "of user"), Column(.count, "processCount", "processes"),
    ])

  static let sections = TableShape(
    "sections", of: "sections",
    [
      Column(.word, "section", "section"), Column(.text, "found", "found"),
      Column(.source, nil, nil), Column(.name, "member", "member"),
    ])

  static let ledger = TableShape(
    "ledger", of: "components",
    [
      Column(.name, "component", "component"), .bytes("bytes", "size", tolerance: true),
      Column(.name, "side", nil), Column(.name, "relation", nil), Column(.name, "of", nil),
      Column(.source, "source", "source"), Column(.text, "note", "note"),
    ])

  static let zones = TableShape(
    "zones", of: "zones",
    [
      Column(.name, "name", "zone"), .bytes("bytes", "size", lowerBound: true),
      Column(.share, "shareOfZones", "of zones"), Column(.count, "inUseCount", "in use"),
      .bytes("elementBytes", "element", priority: 2),
      .bytes("collectableBytes", "reclaimable", priority: 3),
      Column(.source, "source", "source", priority: 1),
    ])

  static let wired = TableShape(
    "wired", of: "rows",
    [
      Column(.name, "name", "wired memory"), .bytes("bytes", "size"),
      Column(.name, "kind", nil), .bytes("peakBytes", "peak", priority: 2),
      Column(.source, "source", "source", priority: 1), Column(.text, "meaning", "what it is"),
    ])

  static let kernelTask = TableShape(
    "kernel-task", of: "categories",
    [
      Column(.name, "name", "category"), .bytes("dirtyBytes", "dirty", tolerance: true),
      Column(.share, "shareOfKernelTask", "of kernel_task"),
      Column(.source, "source", "source", priority: 1), Column(.text, "meaning", "what it is"),
    ])

  static let kexts = TableShape(
    "kexts", of: "kexts",
    [
      Column(.name, "name", "kext"), Column(.word, "version", "version", priority: 1),
      .bytes("heapBytes", "allocated"), .bytes("wiredBytes", "code"),
      Column(.name, "vendor", nil), Column(.source, "source", "source", priority: 2),
    ])

  static let processes = TableShape(
    "processes", of: "processes",
    [
      Column(.name, "name", "process"), Column(.count, "pid", "pid"),
      .bytes("footprintBytes", "footprint", tolerance: true),
      Column(.share, "shareOfUser", "of user"), Column(.name, "largestCategory", nil),
      .bytes("largestCategoryBytes", nil), Column(.source, "source", "source", priority: 1),
      Column(.text, "error", nil), Column(.name, "app", nil), .bytes("lifetimePeakBytes", nil),
      Column(.text, nil, "notes"),
    ])

  static let events = TableShape(
    "events", of: "events",
    [
      Column(.word, "event", "event"), Column(.text, "what", "what"),
      Column(.word, "time", "time", priority: 1), Column(.name, "zone", nil),
      .bytes("zoneBytes", nil), Column(.source, "source", "source"),
    ])

  static let reconciliation = TableShape(
    "outside-zprint-total", of: "components",
    [
      .bytes("bytes", "size", tolerance: true), Column(.text, "component", "component"),
      Column(.text, "why", "where it is, or why it is unknown"),
    ])
}
