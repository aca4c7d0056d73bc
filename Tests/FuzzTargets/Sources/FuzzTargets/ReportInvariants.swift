import Foundation
import SysdiagnoseIngest

/// Invariants of every report.
extension ReportTarget {
  static func check(_ report: Report) {
    checkLedger(report)
    if let share = report.balance.kernelShare {
      require((0...1).contains(share), "the kernel's share is \(share)")
    }
    let renderer = TextRenderer(RenderingOptions(width: 80, top: 5))
    check(text: renderer.render(report.document))
    let line = TextRenderer(RenderingOptions(top: 5))
      .render(BatchEntry(report, error: nil).document)
    check(text: line)
    require(line.count { $0 == "\n" } == 1, "a line of a batch is not one line")
    check(text: HTMLRenderer(RenderingOptions()).page(report.document))
    check(text: MarkdownRenderer(RenderingOptions()).render(report.document))
    check(json: try JSONRenderer.document(report))
    let single = try? JSONRenderer.line(report)
    require(single?.count { $0 == "\n" } == 1, "a JSON line is not one line")
  }

  static func check(_ comparison: Comparison) {
    check(text: TextRenderer(RenderingOptions(width: 80, top: 5)).render(comparison.document))
    check(text: HTMLRenderer(RenderingOptions()).page(comparison.document))
    check(json: try JSONRenderer.document(comparison))
    if let kernel = comparison.kernel {
      require(
        kernel.new.bytes - kernel.old.bytes == kernel.delta.bytes, "the kernel's delta is wrong")
    }
  }

  private static func checkLedger(_ report: Report) {
    let counted = report.ledger.entries.filter(\.isCounted).compactMap(\.quantity).sum()
    guard let unexplained = report.ledger.unexplained, let installed = report.balance.installed
    else { return }
    require(
      counted.bytes + unexplained.bytes == installed.bytes,
      "\(counted.bytes) + \(unexplained.bytes) is not \(installed.bytes)")
  }

  private static func check(text: String) {
    for line in text.split(separator: "\n") {
      require(
        Printable.line(String(line)) == line, "a control character in: \(line.debugDescription)")
    }
  }

  private static func check(json: @autoclosure () throws -> String) {
    do {
      let object = try JSONSerialization.jsonObject(with: Data(try json().utf8))
      check(object, key: "")
    } catch {
      require(false, "no JSON: \(error)")
    }
  }

  /// Sizes are integers, and unknown values have no key.
  private static func check(_ value: Any, key: String) {
    require(!(value is NSNull), "\(key) is null")
    if let object = value as? [String: Any] {
      for (key, value) in object { check(value, key: key) }
    } else if let array = value as? [Any] {
      for value in array { check(value, key: key) }
    } else if key.hasSuffix("Bytes") {
      require(value is Int, "\(key) is no integer: \(value)")
    }
  }
}
