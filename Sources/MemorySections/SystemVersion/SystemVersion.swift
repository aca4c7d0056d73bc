/// The OS of the machine.
public struct SystemVersion: Sendable, Hashable, Codable {
  /// The product's name, as printed: `macOS`, `Mac OS X`, `iPhone OS`.
  public internal(set) var name: String?
  /// The version, `14.4`.
  public internal(set) var version: String?
  /// The build, `23E224`.
  public internal(set) var build: String?
}

/// Parses `sw_vers.txt`, or `SystemVersion.plist` in XML.
///
/// ```
/// ProductVersion:	14.4
/// ```
///
/// ```
/// <key>ProductVersion</key>
/// <string>14.4</string>
/// ```
struct SystemVersionParser: SectionParser {
  private var version = SystemVersion()
  private var key: String?

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    let text = line.trimmedLine
    if let name = element(line, "<key>") {
      key = line.text(name)
      return .furniture
    }
    if let value = element(line, "<string>") {
      defer { key = nil }
      return keep(line.text(value), for: key)
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":"), in: text) else { return .furniture }
    let value = line.trimmed((colon + 1)..<text.upperBound)
    return keep(line.text(value), for: line.text(text.lowerBound..<colon))
  }

  consuming func finish() -> SystemVersion? {
    version == SystemVersion() ? nil : version
  }

  /// The text between `tag` and the next `<`.
  private func element(_ line: Span<UInt8>, _ tag: StaticString) -> Range<Int>? {
    guard let start = line.firstIndex(of: tag).map({ $0 + tag.utf8CodeUnitCount }),
      let end = line.firstIndex(of: UInt8(ascii: "<"), in: start..<line.count)
    else { return nil }
    return start..<end
  }

  private mutating func keep(_ value: String, for key: String?) -> LineVerdict {
    switch key {
    case "ProductName": version.name = value
    case "ProductVersion": version.version = value
    case "BuildVersion", "ProductBuildVersion": version.build = value
    default: return .furniture
    }
    return .row
  }
}
