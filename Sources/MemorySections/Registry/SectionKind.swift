/// What a member is, as far as memory goes: one kind for each Apple tool or report.
///
/// Each section declares its own kind in its own folder. A kind leads to all that is known of the
/// section: its descriptor, its type and its parser.
public struct SectionKind: RawRepresentable, Sendable, Codable {
  /// The word for it in JSON, in a store and on the command line: `vmStat`.
  public let rawValue: String

  /// What reads a member of this kind.
  let parser: any SectionParser.Type

  /// Creates the kind of a section; `SectionRegistry.swift` lists it.
  init(_ rawValue: String, _ parser: any SectionParser.Type) {
    self.rawValue = rawValue
    self.parser = parser
  }

  /// The registered kind of this word; nil when there is none.
  public init?(rawValue: String) {
    guard let kind = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = kind
  }

  /// The type that holds what such a section says.
  public var section: any MemorySection.Type {
    func output<Parser: SectionParser>(of _: Parser.Type) -> any MemorySection.Type {
      Parser.Output.self
    }
    return output(of: parser)
  }

  /// All that is known of such a section beforehand.
  public var descriptor: SectionDescriptor { section.descriptor }

  /// The kinds that a balance is made from; a report says of each that is missing why.
  public static let main = allCases.filter(\.descriptor.isMain)

  /// The kinds that speak of the kernel alone, whole or in a part that `extract --kernel` cuts out.
  public static let kernel = allCases.filter(\.descriptor.speaksOfKernel)
}

extension SectionKind: Hashable {
  /// Whether both are the kind of the same section.
  public static func == (left: SectionKind, right: SectionKind) -> Bool {
    left.rawValue == right.rawValue
  }

  /// Hashes the word.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rawValue)
  }
}
