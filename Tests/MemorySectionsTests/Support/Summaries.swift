import MemorySections

/// One line per row, in the order of the printed columns, to write expected rows as text. Nil is a
/// dash.

extension Quantity {
  /// `93K` for sizes truncated to KiB, `88B` for exact ones; otherwise bytes and tolerance.
  var printed: String {
    switch tolerance {
    case 0: "\(bytes)B"
    case 1023 where bytes % 1024 == 0: "\(bytes / 1024)K"
    default: "\(bytes)±\(tolerance)"
    }
  }
}

private func orDash(_ quantity: Quantity?) -> String { quantity?.printed ?? "-" }
private func orDash(_ number: Int?) -> String { number.map(String.init) ?? "-" }

extension Zone {
  /// Name, element, current, maximum, capacity, in use, flags, fragmented, collectable, lifetime.
  var summary: String {
    let letters: [(Flags, String)] = [
      (.exhaustible, "X"), (.callerAccounted, "A"), (.pageable, "P"), (.collectable, "C"),
    ]
    let flags = letters.filter { self.flags.contains($0.0) }.map(\.1).joined()
    return [
      name + (nameIsTruncated ? "$" : ""), "\(elementBytes)", orDash(current), orDash(maximum),
      orDash(capacityCount), "\(inUseCount)", flags.isEmpty ? "-" : flags, orDash(fragmented),
      orDash(collectable), orDash(lifetime),
    ].joined(separator: " ")
  }
}

extension WiredRow {
  /// Kind, load tag, tag, peak, size, name.
  var summary: String {
    [kind.rawValue, orDash(loadTag), orDash(tag), orDash(peak), size.printed, name]
      .joined(separator: " ")
  }
}

extension KernelMap {
  /// Name, free, largest free, peak, size.
  var summary: String {
    [name, orDash(free), orDash(largestFree), orDash(peak), size.printed].joined(separator: " ")
  }
}

extension Kext {
  /// Index, references, address, size, wired, name, version, UUID, links.
  var summary: String {
    [
      orDash(index), orDash(references), address.map { String($0, radix: 16) } ?? "-",
      orDash(size), orDash(wired), name, version, uuid ?? "-", "\(linkedAgainst)",
    ].joined(separator: " ")
  }
}

extension FootprintCategory {
  /// Dirty, swapped, clean, reclaimable, wired, regions, name, detail.
  var summary: String {
    [
      orDash(dirty), orDash(swapped), orDash(clean), orDash(reclaimable), orDash(wired),
      "\(regions)", name, detail ?? "-",
    ].joined(separator: " | ")
  }
}
