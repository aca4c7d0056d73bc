/// Sizes in bytes with units: `3.mib`.
extension Int {
  /// KiB in bytes.
  var kib: Int { self << 10 }
  /// MiB in bytes.
  var mib: Int { self << 20 }
  /// GiB in bytes.
  var gib: Int { self << 30 }

  /// A parser's value for a size truncated to whole KiB.
  var wholeKiB: Int { self / 1024 * 1024 }

  /// The next multiple of `step`, at or above the value.
  func roundedUp(to step: Int) -> Int { (self + step - 1) / step * step }

  /// The last multiple of `step`, at or below the value.
  func roundedDown(to step: Int) -> Int { self / step * step }
}

/// Names with sizes, written as `OSFMK 61M BSD 512K`.
struct SizeList {
  let entries: [(name: String, size: Int)]

  init(_ text: String) {
    let words = text.split { $0 == " " || $0 == "\n" }
    entries = stride(from: 0, to: words.count - 1, by: 2).map { place in
      let size = words[place + 1]
      let shift = ["K": 10, "M": 20, "G": 30][size.suffix(1)]
      guard let shift, let count = Int(size.dropLast()) else {
        preconditionFailure("not a size: \(size)")
      }
      return (String(words[place]), count << shift)
    }
  }

  /// Whether there is an entry of that name.
  func has(_ name: String) -> Bool { entries.contains { $0.name == name } }
}

/// The lines of a list, split into fields; lines that begin with `#` are comments.
struct Rows {
  let fields: [[String]]

  /// Splits a text into lines, and lines at the separator.
  init(_ text: String, separator: Character = " ") {
    fields = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      line.split(separator: separator, omittingEmptySubsequences: separator == " ")
        .map(String.init)
    }
  }
}

extension String {
  /// The number in a list's field.
  var number: Double {
    guard let number = Double(self) else { preconditionFailure("not a number: \(self)") }
    return number
  }

  /// The whole number in a list's field, hexadecimal after `0x`.
  var integer: Int {
    let digits = hasPrefix("0x") ? Int(dropFirst(2), radix: 16) : Int(self)
    guard let digits else { preconditionFailure("not an integer: \(self)") }
    return digits
  }
}
