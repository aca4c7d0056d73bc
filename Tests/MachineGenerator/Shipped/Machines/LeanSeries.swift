/// Three series of six captures of the lean Mac, one every 45 minutes: a leak, a leak across a
/// reboot, and a healthy day.
enum LeanSeries: String, CaseIterable {
  case healthy = "series-healthy"
  case leak = "series-leak"
  case reboot = "series-reboot"

  private static let step = 2700
  private static let captures = 6
  private static let begin = LocalTime("2026-04-20T09:00:00+02:00")
  /// Seconds from the boot to the first capture.
  private static let up = 7200
  /// The reboot of ``reboot``, in seconds after its third capture.
  private static let rebooted = (after: 3, seconds: 1320)
  /// The growth of the caches of ``healthy``.
  private static let growth = 60.mib

  /// The archives of these machines.
  static var archives: [ShippedArchive] {
    allCases.flatMap { series in series.moments.map { LeanMac.archive(LeanMac.machine($0)) } }
  }

  private var moments: [LeanMoment] {
    (1...Self.captures).map { number in
      var moment = LeanMoment(
        name: "\(rawValue)/\(number)", time: Self.begin.adding(Self.step * (number - 1)),
        bootTime: Self.begin.seconds - Self.up)
      if self == .reboot, number > Self.rebooted.after {
        let third = Self.begin.seconds + Self.step * (Self.rebooted.after - 1)
        (moment.bootTime, moment.boot) = (third + Self.rebooted.seconds, 2)
      }
      if self == .healthy {
        (moment.leaks, moment.noise) = (false, 0.01)
        moment.caches = Self.growth * (number - 1) / (Self.captures - 1)
      }
      return moment
    }
  }
}

/// The expected analysis of a series.
extension LeanSeries {
  /// A capture's figures.
  private struct Row {
    let moment: LeanMoment
    let machine: Machine
    let leaking: Machine.Zone

    init(_ moment: LeanMoment) {
      self.moment = moment
      machine = LeanMac.machine(moment).machine
      guard let zone = machine.zones.first(where: { $0.name == LeanMac.leak }) else {
        preconditionFailure("no zone \(LeanMac.leak)")
      }
      leaking = zone
    }

    var archive: String { "\(moment.name).tar.gz" }
    var others: Int { machine.zoneBytes - leaking.current }
    var caches: Int {
      machine.zones.filter { LeanMac.caches.contains($0.name) }.map(\.current).reduce(0, +)
    }

    var truth: JSONText {
      let printed = machine.zones.map(\.current.wholeKiB).reduce(0, +)
      return [
        "archive": .string(archive), "capturedAt": .string(moment.time.text),
        "boot": .int(moment.boot), "bootTime": .int(moment.bootTime),
        "secondsSinceBoot": .int(moment.seconds()),
        "zoneBytes": ["exactBytes": .int(machine.zoneBytes), "printedBytes": .int(printed)],
        "kernelBytes": .int(machine.wiredBytes - machine.mlockBytes),
        "leakingZoneBytes": .int(leaking.current), "leakingZoneInUse": .int(leaking.inUse),
        "otherZoneBytes": .int(others), "cacheBytes": .int(caches),
      ]
    }
  }

  /// The model's growth: the leak is exact to the byte.
  ///
  /// Everything else differs between two captures by at most `largestNoise`, except caches.
  var truth: JSONText {
    let rows = moments.map(Row.init)
    let boots = Set(rows.map(\.moment.boot)).sorted()
    var facts: [String: JSONText] = [
      "machine": ["model": "Mac16,1", "hostName": "test-lean.example"],
      "secondsBetweenCaptures": .int(Self.step), "archives": .array(rows.map(\.truth)),
      "boots": .array(boots.map { boot in truth(rows.filter { $0.moment.boot == boot }) }),
      "largestNoise": .double(2 * rows[0].moment.noise),
      "capacity": ["bytes": .int(LeanMac.zoneMap), "source": "jetsam.zoneMapCap"],
      "leak": [
        "zone": .string(LeanMac.leak), "elementBytes": .int(LeanMac.element),
        "elementsPerSecond": .int(LeanMac.rate), "bytesPerHour": .int(LeanMac.bytesPerHour),
      ],
    ]
    if self == .healthy {
      facts["leak"] = .null
      facts["caches"] = [
        "zones": .array(LeanMac.caches.sorted().map { .string($0) }),
        "growthBytes": .int(rows[rows.count - 1].caches - rows[0].caches),
      ]
    }
    return .object(facts)
  }

  /// The expected figures of a boot's captures.
  ///
  /// `hoursLeft` belongs to the last: the time until all zones reach the capacity at the leak's
  /// rate.
  private func truth(_ rows: [Row]) -> JSONText {
    let (first, last) = (rows[0], rows[rows.count - 1])
    let hours = Double(last.moment.seconds() - first.moment.seconds()) / 3600
    let leaked = last.leaking.current - first.leaking.current
    let left = Double(LeanMac.zoneMap - last.machine.zoneBytes) / Double(LeanMac.bytesPerHour)
    let leaks = Double(leaked) / hours == Double(LeanMac.bytesPerHour)
    let others = rows.map(\.others)
    return [
      "boot": .int(first.moment.boot), "bootTime": .int(first.moment.bootTime),
      "archives": .array(rows.map { .string($0.archive) }), "hours": .double(hours),
      "leakingZoneBytesPerHour": leaks ? .int(LeanMac.bytesPerHour) : .null,
      "growthBytes": .int(last.machine.zoneBytes - first.machine.zoneBytes),
      "otherZonesSpreadBytes": .int((others.max() ?? 0) - (others.min() ?? 0)),
      "hoursLeft": leaks ? .double((left * 10_000).rounded() / 10_000) : .null,
    ]
  }
}
