/// An incremental JSON tokenizer that takes lines, with bounded memory.
///
/// A report may be one line or many, an excerpt without its braces, or a paste that mail has broken
/// inside a string. A line end inside a string counts as a blank. Nothing is an error.
///
/// ```
/// "memoryPages" : { "active" : 133350, "free" : 3870 }
/// ```
struct JSONStream {
  /// The keys of the open objects and arrays, outermost first.
  private(set) var path: [String] = []
  /// How many containers are open below the deepest one in `path`.
  private var deeper = 0
  private var key = ""
  private var expectsValue = false
  private var state = State.between
  private var text: [UInt8] = []
  private var escape: [UInt8] = []
  private var streams = false

  private enum State { case between, string, escape, afterString, word }

  /// The deepest container with reported values.
  static let maximumDepth = 12
  /// The most bytes reported of a value.
  static let maximumValue = 4096
  /// The most bytes reported of a line inside a string.
  static let maximumInnerLine = 1 << 16

  /// Whether a container or a string is open.
  var isOpen: Bool { !path.isEmpty || deeper > 0 || state != .between }

  /// Reads a line, without its line end.
  mutating func read(_ line: Span<UInt8>, into reader: inout some JSONReader) {
    for index in line.indices { take(line[index], into: &reader) }
    switch state {
    case .string: add(UInt8(ascii: " "))
    case .escape: state = .string
    case .word: endWord(into: &reader)
    case .between, .afterString: break
    }
  }

  private mutating func take(_ byte: UInt8, into reader: inout some JSONReader) {
    switch state {
    case .string:
      switch byte {
      case UInt8(ascii: "\\"): state = .escape
      case UInt8(ascii: "\""): endString(into: &reader)
      default: add(byte)
      }
    case .escape: takeEscape(byte, into: &reader)
    case .word:
      if Self.endsWord(byte) {
        endWord(into: &reader)
        takeMark(byte, into: &reader)
      } else {
        add(byte)
      }
    case .afterString:
      if byte == UInt8(ascii: ":") {
        key = String(decoding: text.prefix(64), as: UTF8.self)
        expectsValue = true
        state = .between
      } else if !byte.isBlank {
        endValue(into: &reader)
        takeMark(byte, into: &reader)
      }
    case .between: takeMark(byte, into: &reader)
    }
  }

  private mutating func takeMark(_ byte: UInt8, into reader: inout some JSONReader) {
    switch byte {
    case UInt8(ascii: "\""):
      text.removeAll(keepingCapacity: true)
      streams = expectsValue && deeper == 0 && reader.wantsLines(key: key, path: path)
      state = .string
    case UInt8(ascii: "{"), UInt8(ascii: "["): open(into: &reader)
    case UInt8(ascii: "}"), UInt8(ascii: "]"): close(into: &reader)
    case UInt8(ascii: ","):
      key = ""
      expectsValue = false
    case UInt8(ascii: ":"): expectsValue = true
    default:
      guard !byte.isBlank else { return }
      text.removeAll(keepingCapacity: true)
      state = .word
      add(byte)
    }
  }

  private mutating func open(into reader: inout some JSONReader) {
    if path.count < Self.maximumDepth, deeper == 0 {
      path.append(key)
    } else {
      deeper = deeper &+ 1
    }
    key = ""
    expectsValue = false
  }

  private mutating func close(into reader: inout some JSONReader) {
    key = ""
    expectsValue = false
    if deeper > 0 {
      deeper -= 1
    } else if !path.isEmpty {
      reader.close(path: path)
      path.removeLast()
    }
  }

  private mutating func endString(into reader: inout some JSONReader) {
    if streams {
      if !text.isEmpty { text.withLine { reader.takeLine($0, key: key) } }
      text.removeAll(keepingCapacity: true)
      streams = false
      key = ""
      expectsValue = false
      state = .between
    } else {
      // The next byte tells a key from a value.
      state = expectsValue ? .between : .afterString
      if expectsValue { endValue(into: &reader) }
    }
  }

  private mutating func endWord(into reader: inout some JSONReader) {
    endValue(into: &reader)
  }

  private mutating func endValue(into reader: inout some JSONReader) {
    if deeper == 0 { text.withLine { reader.take($0, key: key, path: path) } }
    key = ""
    expectsValue = false
    state = .between
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""):
      true
    default: byte.isBlank
    }
  }

  private mutating func add(_ byte: UInt8) {
    if text.count < (streams ? Self.maximumInnerLine : Self.maximumValue) { text.append(byte) }
  }
}

/// Escapes inside a string.
extension JSONStream {
  private mutating func takeEscape(_ byte: UInt8, into reader: inout some JSONReader) {
    if !escape.isEmpty {
      takeHexadecimal(byte)
      return
    }
    state = .string
    switch byte {
    case UInt8(ascii: "n"):
      if streams {
        text.withLine { reader.takeLine($0, key: key) }
        text.removeAll(keepingCapacity: true)
      } else {
        add(0x0A)
      }
    case UInt8(ascii: "t"): add(0x09)
    case UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"): break
    case UInt8(ascii: "u"):
      escape = [byte]
      state = .escape
    default: add(byte)
    }
  }

  /// Reads the four digits after `\u`; half of a pair becomes a replacement character.
  private mutating func takeHexadecimal(_ byte: UInt8) {
    guard byte.hexadecimalDigit != nil else {
      escape = []
      state = .string
      return
    }
    escape.append(byte)
    guard escape.count == 5 else { return }
    let value = escape.dropFirst().reduce(UInt32(0)) {
      $0 << 4 | UInt32($1.hexadecimalDigit ?? 0)
    }
    for unit in String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8 { add(unit) }
    escape = []
    state = .string
  }
}

/// Receives the values of a `JSONStream`.
protocol JSONReader {
  /// Whether to deliver the string under `key` line by line, at any length.
  func wantsLines(key: String, path: [String]) -> Bool

  /// Receives a string without its quotes, a number or a word; `key` is empty for array elements.
  mutating func take(_ value: Span<UInt8>, key: String, path: [String])

  /// Receives a line of a string that is delivered line by line.
  mutating func takeLine(_ line: Span<UInt8>, key: String)

  /// Ends an object or array; `path` still holds its key.
  mutating func close(path: [String])
}
