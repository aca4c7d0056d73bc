/// A kind of section: one for each Apple tool or report about memory.
///
/// Each section declares its own kind in its own folder. The kind gives access to the section's
/// descriptor, type and parser.
public struct SectionKind: RawRepresentable, Sendable, Codable {
  /// The word for it in JSON, in a store and on the command line: `vmStat`.
  public let rawValue: String

  /// The parser of a member of this kind.
  let parser: any SectionParser.Type

  /// Creates the kind of a section; `SectionRegistry.swift` lists it.
  init(_ rawValue: String, _ parser: any SectionParser.Type) {
    self.rawValue = rawValue
    self.parser = parser
  }

  /// The registered kind with this word; nil when there is none.
  public init?(rawValue: String) {
    guard let kind = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = kind
  }

  /// The type of such a section's content.
  public var section: any MemorySection.Type {
    func output<Parser: SectionParser>(of _: Parser.Type) -> any MemorySection.Type {
      Parser.Output.self
    }
    return output(of: parser)
  }

  /// The static description of such a section.
  public var descriptor: SectionDescriptor { section.descriptor }

  /// The kinds used by the balance; a report says why each missing one is missing.
  public static let main = allCases.filter(\.descriptor.isMain)

  /// The kinds about the kernel alone, whole or as a part that `extract --kernel` cuts out.
  public static let kernel = allCases.filter(\.descriptor.speaksOfKernel)

  /// The small sections that a comparison of kernels needs: the machine, its boot, wired pages and
  /// kernel_task by top.
  public static let besideKernel: [SectionKind] = [.sysctl, .systemVersion, .vmStat, .top]
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
