/// The words after the time in a sysdiagnose name: system, model and build.
struct MachineWords {
  private(set) var platform: String?
  private(set) var model: String?
  private(set) var build: String?

  /// Parses the words from the end, since the system's name has one to three words.
  init(_ words: ArraySlice<Substring>) {
    var rest = words
    // `Mac_OS_X` alone is not system, model and build.
    if let whole = Self.platform(rest) {
      platform = whole
      return
    }
    if let last = rest.last, rest.count >= 3 || Self.isBuild(last) {
      build = String(last)
      rest = rest.dropLast()
    }
    if let whole = Self.platform(rest) {
      platform = whole
      return
    }
    if let last = rest.last {
      model = Self.withComma(last)
      platform = Self.platform(rest.dropLast())
    }
  }

  /// Accepts every known spelling, with any separator.
  private static func platform(_ words: ArraySlice<Substring>) -> String? {
    let letters = words.joined().lowercased().filter { $0 != "-" && $0 != " " }
    return switch letters {
    case "macosx", "macos": "macOS"
    case "iphoneos", "ipados", "ios": "iOS"
    case "watchos", "applewatchos": "watchOS"
    case "appletvos", "tvos": "tvOS"
    case "xros", "visionos": "visionOS"
    default: nil
    }
  }

  /// `23E224`, `13A603`, `22F5027f`: digits, a capital letter, digits, and sometimes a small
  /// letter.
  private static func isBuild(_ word: Substring) -> Bool {
    let rest = word.drop { $0.isASCII && $0.isNumber }
    guard rest.startIndex != word.startIndex, let letter = rest.first, letter.isASCII,
      letter.isUppercase
    else { return false }
    let tail = rest.dropFirst()
    let end = tail.drop { $0.isASCII && $0.isNumber }
    guard end.startIndex != tail.startIndex else { return false }
    return end.isEmpty || (end.count == 1 && end.allSatisfy { $0.isASCII && $0.isLowercase })
  }

  /// `MacBookPro18-3` is `MacBookPro18,3`: later versions use no comma in file names.
  private static func withComma(_ model: Substring) -> String {
    guard let hyphen = model.lastIndex(of: "-"), hyphen != model.startIndex else {
      return String(model)
    }
    let before = model[model.index(before: hyphen)]
    let behind = model[model.index(after: hyphen)...]
    guard before.isNumber, !behind.isEmpty, behind.allSatisfy({ $0.isNumber }) else {
      return String(model)
    }
    return model[..<hyphen] + "," + behind
  }
}
