/// Cuts JSON into keys and values as its lines come, with bounded memory.
///
/// A report may be one line or many, an excerpt without its braces, or a paste that mail has broken
/// inside a string; a line end inside a string counts as a blank. Nothing is an error.
///
/// ```
/// "memoryPages" : { "active" : 133350, "free" : 3870 }
/// ```
struct JSONStream {
  /// The keys under which the open objects and arrays stand, the outermost first.
  private(set) var path: [String] = []
  /// How many containers are open below the deepest that `path` keeps.
  private var deeper = 0
  private var key = ""
  private var expectsValue = false
  private var state = State.between
  private var text: [UInt8] = []
  private var escape: [UInt8] = []
  private var streams = false

  private enum State { case between, string, escape, afterString, word }

  /// The deepest container whose values are given.
  static let maximumDepth = 12
  /// The most bytes of a value that are given.
  static let maximumValue = 4096
  /// The most bytes of a line inside a string that are given.
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
      if !text.isEmpty { reader.takeLine(text.span, key: key) }
      text.removeAll(keepingCapacity: true)
      streams = false
      key = ""
      expectsValue = false
      state = .between
    } else {
      // Whether it is a key or a value, the next byte tells.
      state = expectsValue ? .between : .afterString
      if expectsValue { endValue(into: &reader) }
    }
  }

  private mutating func endWord(into reader: inout some JSONReader) {
    endValue(into: &reader)
  }

  private mutating func endValue(into reader: inout some JSONReader) {
    if deeper == 0 { reader.take(text.span, key: key, path: path) }
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
        reader.takeLine(text.span, key: key)
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

  /// The four digits after `\u`; a half of a pair becomes a replacement character.
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

/// What a `JSONStream` gives its values to.
protocol JSONReader {
  /// Whether the string under `key` is to be given line by line, as long as it is.
  func wantsLines(key: String, path: [String]) -> Bool

  /// Takes a string without its quotes, a number or a word; of an element of an array `key` is empty.
  mutating func take(_ value: Span<UInt8>, key: String, path: [String])

  /// Takes a line of a string that was asked for line by line.
  mutating func takeLine(_ line: Span<UInt8>, key: String)

  /// An object or array ends; `path` still holds its key.
  mutating func close(path: [String])
}
