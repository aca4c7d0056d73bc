/// Prints a machine as kextstat, or its successor kmutil, does.
struct KextstatPrinter {
  let machine: Machine
  let layout: KextstatLayout
  var form: KextstatForm { layout.form }

  /// The member's text, line by line with its truth.
  func print() -> PrintedText {
    var text = PrintedText()
    if form == .k6, layout.preamble {
      text.add("Executing: /usr/bin/kmutil showloaded", .heading)
      text.add("No variant specified, falling back to release", .heading)
    }
    let address = "Address".left(form.hasWideAddress ? 18 : 10)
    text.add(
      "Index Refs \(address) Size       Wired      "
        + (layout.architecture ? "Architecture".left(19) : "")
        + "Name (Version) " + (form.hasUUID ? "UUID " : "") + "<Linked Against>", .heading)
    for kext in machine.kexts { add(kext, &text) }
    return text
  }

  private func add(_ kext: Machine.Kext, _ text: inout PrintedText) {
    var line = (kext.index.map { "\($0)" } ?? "??").right(5)
    line += " " + (kext.references.map { "\($0)" } ?? "??").right(4)
    line += " " + hexadecimal(kext.address).left(form.hasWideAddress ? 18 : 10)
    line += " " + hexadecimal(kext.size.map { UInt64($0) }).left(10)
    line += " " + hexadecimal(kext.wired.map { UInt64($0) }).left(10)
    if layout.architecture { line += " " + kext.architecture.left(18) }
    line += " \(kext.name) (\(kext.version))"
    if form.hasUUID { line += " " + (kext.uuid ?? "no UUID") }
    let links = kext.links.map { "\($0)" }.joined(separator: " ")
    if !links.isEmpty || form == .k6 { line += " <\(links)>" }
    var truth = kext
    if !form.hasUUID { truth.uuid = nil }
    text.add(line, .kext(truth))
  }

  /// `%p` writes a zero with `0x`, `%#llx` without.
  private func hexadecimal(_ value: UInt64?) -> String {
    guard let value else { return "????" }
    return form == .k1 && value == 0 ? "0x0" : .hexadecimal(value)
  }
}
