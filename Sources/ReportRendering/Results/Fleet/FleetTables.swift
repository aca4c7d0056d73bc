/// The columns of a fleet's tables.
enum FleetTables {
  private static let machine = [
    Column(.name, "machine", nil), Column(.name, "model", nil), .bytes("installedBytes", nil),
    Column(.name, "build", nil), Column(.count, "uptimeSeconds", nil),
    Column(.name, "archivePath", nil),
  ]

  /// The columns of a value held against what is usual.
  private static let deviation: [Column] = [
    .bytes("bytes", nil), .bytes("medianBytes", nil), .bytes("madBytes", nil),
    .bytes("excessBytes", nil), Column(.number, "robustDeviations", nil),
  ]

  /// A row for each outlier and each part of its kernel above the median.
  static let outliers = TableShape(
    "outliers", of: "parts",
    machine + [Column(.name, "kind", nil), Column(.name, "name", nil)] + deviation
      + [Column(.name, "standsOut", nil)])

  /// The same for readers: the parts that matter, the machine's name once.
  static let outliersToRead = TableShape(
    "outliers", of: "parts",
    [
      Column(.name, nil, "machine"), Column(.word, nil, "model", priority: 1),
      Column(.word, nil, "build", priority: 3), Column(.word, nil, "up", priority: 3),
      Column(.name, nil, "part"), .bytes(nil, "size"), .bytes(nil, "above median"),
      Column(.number, nil, "× median", priority: 2), Column(.number, nil, "z"),
      Column(.name, nil, "archive", priority: 4),
    ])

  /// A row for each machine.
  static let machines = TableShape(
    "machines", of: "machines",
    machine + deviation + [
      Column(.share, "kernelShare", nil), Column(.name, "judgement", nil),
    ])

  /// A row for each group and measure: what is usual.
  static let measures = TableShape(
    "measures", of: "measures",
    [
      Column(.name, "model", nil), .bytes("installedBytes", nil), Column(.name, "build", nil),
      Column(.name, "kernelSource", nil), Column(.count, "machines", nil),
      Column(.name, "kind", nil), Column(.name, "name", nil), .bytes("medianBytes", nil),
      .bytes("madBytes", nil),
    ])

  /// A row for each kext and model that outliers share.
  static let kexts = TableShape(
    "kexts", of: "kexts",
    [
      Column(.name, "model", "model", priority: 3), Column(.name, "kext", "third-party kext"),
      Column(.word, "version", "version"), Column(.count, "outliers", "outliers"),
      Column(.count, "ofOutliers", "of"), Column(.count, "others", "others"),
      Column(.count, "ofOthers", "of"), Column(.number, "lift", "lift", priority: 2),
      Column(.number, "chance", "p"), Column(.word, "isShared", "shared", priority: 1),
    ])

  /// A row for each app, with the machine on which it is largest.
  static let apps = TableShape(
    "apps", of: "apps",
    [
      Column(.name, "app", "app"), Column(.count, "machines", "machines"),
      .bytes("medianBytes", "median"), .bytes("madBytes", "MAD", priority: 2),
      .bytes("largestBytes", "largest"), Column(.number, "timesMedian", "× median", priority: 1),
      Column(.number, "robustDeviations", "z", priority: 1), Column(.name, "machine", "on"),
      Column(.word, "standsOut", "stands out"),
      Column(.name, "archivePath", "archive", priority: 3),
    ])

  /// A row for each rule, model and build.
  static let findings = TableShape(
    "findings", of: "findings",
    [
      Column(.word, "severity", "severity"), Column(.name, "id", "rule"),
      Column(.name, "model", "model"), Column(.word, "build", "build"),
      Column(.count, "machines", "machines"), Column(.count, "ofMachines", "of"),
      Column(.name, "archivePath", "for example", priority: 2),
    ])

  /// A row for each group of similar Macs.
  static let groups = TableShape(
    "groups", of: "groups",
    [
      Column(.name, nil, "model"), .bytes(nil, "installed"),
      Column(.name, nil, "build", priority: 1), Column(.count, nil, "compared"),
      Column(.count, nil, "outliers"), .bytes(nil, "kernel median"),
      .bytes(nil, "MAD", priority: 2), Column(.share, nil, "of kernel + user", priority: 2),
      Column(.name, nil, "by", priority: 3),
    ])

  /// A row for each part that differs most, by the group where it does.
  static let spreads = TableShape(
    "spreads", of: "parts",
    [
      Column(.name, nil, "part"), .bytes(nil, "median"), .bytes(nil, "MAD"),
      Column(.name, nil, "model"), .bytes(nil, "installed"), Column(.name, nil, "build"),
    ])

  /// A row for each kind of machine that is too rare to compare.
  static let tooFew = TableShape(
    "too-few", of: "groups",
    [
      Column(.name, nil, "model"), .bytes(nil, "installed"), Column(.name, nil, "build"),
      Column(.count, nil, "machines"),
    ])
}
