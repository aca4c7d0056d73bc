internal import MemorySections

extension Kext: LoadableRow {
  static var table: String { "kext" }
  static let columns =
    "name_id, version_id, uuid_id, load_index, reference_count, address, size_bytes, wired_bytes, "
    + "linked_id, is_third_party, line"

  func fill(_ row: inout some RowSink) {
    row.add(name: name)
    row.add(name: version)
    row.add(name: uuid)
    row.add(index)
    row.add(references)
    row.add(address.map { Int64(bitPattern: $0) })
    row.add(size?.bytes)
    row.add(wired?.bytes)
    row.add(name: linked)
    row.add(isThirdParty)
    row.add(line)
  }

  /// The indices of the kexts that it is linked against, with spaces between them.
  private var linked: String {
    var text = ""
    for index in linkedAgainst {
      if !text.isEmpty { text += " " }
      text += String(index)
    }
    return text
  }

  init(row: inout RowReader) throws {
    let (name, version) = (try row.name(), try row.name())
    let uuid = try row.maybeName()
    let (index, references): (Int?, Int?) = try (row.maybe(), row.maybe())
    let (address, size, wired): (Int64?, Int?, Int?) = try (row.maybe(), row.maybe(), row.maybe())
    let linked = try row.name()
    row.skip()
    let source = row.source
    self.init(
      index: index, references: references, address: address.map { UInt64(bitPattern: $0) },
      size: size.map { Quantity(bytes: $0, source: source) },
      wired: wired.map { Quantity(bytes: $0, source: source) }, name: name, version: version,
      uuid: uuid, linkedAgainst: linked.split(separator: " ").compactMap { Int($0) },
      line: try row.next())
  }
}
