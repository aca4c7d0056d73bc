/// Sizes in footprint's format.
struct FootprintSizes {
  let unit: FootprintLayout.Unit
  var gigabytes = FootprintLayout.Gigabytes.mixed

  func printed(_ bytes: Int, _ page: Int) -> (text: String, truth: SizeTruth) {
    switch unit {
    case .bytes: ("\(bytes) B", .exact(bytes))
    case .pages: ("\(bytes / page)", .exact(bytes / page * page))
    case .formatted: formatted(bytes)
    }
  }

  /// Whole numbers of up to four digits, rounded; gigabytes sometimes with a decimal.
  func formatted(_ bytes: Int) -> (text: String, truth: SizeTruth) {
    if bytes < 10_000 { return ("\(bytes) B", .exact(bytes)) }
    if gigabytes == .decimal, bytes >= 1.gib {
      return bytes < 10.gib ? decimal(bytes) : whole(bytes, "GB", 30)
    }
    for (name, shift) in [("KB", 10), ("MB", 20), ("GB", 30), ("TB", 40)] {
      let count = (bytes + (1 << shift) / 2) >> shift
      guard count < 10_000 || name == "TB" else { continue }
      let isDecimal = gigabytes == .mixed && name == "GB" && (count < 20 || bytes % 2 == 1)
      return isDecimal ? decimal(bytes) : whole(bytes, name, shift)
    }
    return ("\(bytes) B", .exact(bytes))
  }

  private func whole(_ bytes: Int, _ name: String, _ shift: Int) -> (String, SizeTruth) {
    let place = 1 << shift
    return ("\((bytes + place / 2) >> shift) \(name)", .rounded(bytes, place: place))
  }

  private func decimal(_ bytes: Int) -> (String, SizeTruth) {
    let text = String.fixed(Double(bytes) / Double(1.gib), 1)
    return ("\(text) GB", .rounded(bytes, place: 1.gib / 10))
  }
}
