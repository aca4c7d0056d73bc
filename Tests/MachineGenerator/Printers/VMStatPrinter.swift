/// Prints a machine as vm_stat does.
struct VMStatPrinter {
  let machine: Machine
  let form: VMStatForm

  /// The member's text, line by line with its truth.
  func print() -> PrintedText {
    var text = PrintedText()
    text.add(title, .heading)
    switch form {
    case .plain: addPlain(&text)
    case .interval where !machine.samples.isEmpty: addRepeated(&text)
    case .interval: addSamples(&text, Self.columns)
    case .intervalOfLeopard: addSamples(&text, Self.leopardColumns)
    }
    return text
  }

  private var title: String {
    let more = form == .intervalOfLeopard ? ", cache hits 0%" : ""
    return "Mach Virtual Memory Statistics: (page size of \(machine.pageSize) bytes\(more))"
  }

  private func addPlain(_ text: inout PrintedText) {
    for (name, count) in machine.pages {
      text.add(
        (name + ":").left(33) + "\(count).".right(15),
        .pages(name: name, printed: count, tolerance: 0))
    }
    text.add("\"Translation faults\":".left(33) + "6653125.".right(15), .row)
    text.add("Swapouts:".left(33) + "0.".right(15), .row)
  }

  /// A column's heading, its width, and the state in the words of the plain form.
  private typealias Column = (heading: String, width: Int, state: String?)

  private static let columns: [Column] = [
    ("free", 8, "Pages free"), ("active", 8, "Pages active"), ("specul", 8, "Pages speculative"),
    ("inactive", 8, "Pages inactive"), ("throttle", 8, "Pages throttled"),
    ("wired", 8, "Pages wired down"), ("prgable", 8, "Pages purgeable"), ("faults", 8, nil),
    ("copy", 8, nil), ("0fill", 8, nil), ("reactive", 8, nil), ("purged", 8, nil),
    ("file-backed", 11, "File-backed pages"), ("anonymous", 9, "Anonymous pages"),
    ("cmprssed", 8, "Pages stored in compressor"), ("cmprssor", 8, "Pages occupied by compressor"),
    ("dcomprs", 8, nil), ("comprs", 8, nil), ("pageins", 8, nil), ("pageout", 8, nil),
    ("swapins", 8, nil), ("swapouts", 8, nil),
  ]

  private static let leopardColumns: [Column] = [
    ("free", 6, "Pages free"), ("active", 6, "Pages active"), ("spec", 6, "Pages speculative"),
    ("inactive", 8, "Pages inactive"), ("wire", 6, "Pages wired down"), ("faults", 8, nil),
    ("copy", 8, nil), ("0fill", 8, nil), ("reactive", 8, nil), ("pageins", 8, nil),
    ("pageout", 8, nil),
  ]

  /// The machine's own samples; both headings are repeated above the 22nd row.
  private func addRepeated(_ text: inout PrintedText) {
    for (number, row) in machine.samples.enumerated() {
      if number == 21 { text.add(title, .heading) }
      if number == 0 || number == 21 {
        text.add(Self.columns.map { $0.heading.right($0.width) }.joined(separator: " "), .heading)
      }
      let fields = zip(Self.columns, row).map { column, count in
        (count > 99_999_999 ? "\(count / 1000)K" : "\(count)").right(column.width)
      }
      text.add(fields.joined(separator: " ") + " ", .sample)
    }
  }

  private func addSamples(_ text: inout PrintedText, _ columns: [Column]) {
    text.add(columns.map { $0.heading.right($0.width) }.joined(separator: " "), .heading)
    var truth: [String: (printed: Int, tolerance: Int)] = [:]
    var fields: [String] = []
    for column in columns {
      let count = machine.pages.first { $0.name == column.state }?.count ?? 311_461
      let isWide = "\(count)".count > column.width
      fields.append((isWide ? "\(count / 1000)K" : "\(count)").right(column.width))
      if let state = column.state {
        truth[state] = isWide ? (count / 1000 * 1000, 999) : (count, 0)
      }
    }
    text.add(fields.joined(separator: " ") + " ", .firstSample(truth))
    for number in 0..<(machine.pages[0].count % 4) {
      text.add(columns.map { "\(number)".right($0.width) }.joined(separator: " ") + " ", .sample)
    }
  }
}
