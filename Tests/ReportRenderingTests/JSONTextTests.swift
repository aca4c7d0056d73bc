import Foundation
import Platform
import Testing

@testable import ReportRendering

/// The encoder prints the same bytes as Foundation's.
struct JSONTextTests {
  /// Values of every sort that documents hold.
  struct Everything: Encodable {
    var words = ["", "plain", "a \"quote\", a \\ and a /", "tab\tline\nfeed\u{8}\u{C}\r"]
    var foreign = "Zürich’s 📱"
    var controls = String(String.UnicodeScalarView((0..<0x20).compactMap(Unicode.Scalar.init)))
    var numbers = [0, -1, 42, Int.max, Int.min]
    var small: Int8 = -7
    var large = UInt64.max
    var shares = [0, 0.5, 1, -2, 0.1, 100, 1e21, 1e-7, 123_456.789]
    var narrow: Float = 0.1
    var flags = [true, false]
    var known: Int? = 3
    var unknown: Int?
    var gaps = [1, nil, 3]
    var none: [Int] = []
    var nested = [["b": [1, 2], "a": []], [:]]
    var inner = Inner()
    var B = "capitals come first"
    var kind = Kind.second

    struct Inner: Encodable {
      var z = [Leaf(), Leaf()]
      var a = Leaf()
    }

    struct Leaf: Encodable {
      var name = "leaf"
      var bytes = 1
    }

    enum Kind: String, Encodable { case first, second }
  }

  /// Fills containers that are nested by hand, as a type with an `encode` of its own may.
  struct ByHand: Encodable {
    enum Key: CodingKey { case list, object, last }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      var list = container.nestedUnkeyedContainer(forKey: .list)
      try list.encode(1)
      var inner = list.nestedContainer(keyedBy: Key.self)
      try inner.encodeNil(forKey: .last)
      try list.encodeNil()
      var object = container.nestedContainer(keyedBy: Key.self, forKey: .object)
      try object.encode(false, forKey: .object)
      try object.encode(2.5, forKey: .list)
      try container.encode("end", forKey: .last)
    }
  }

  /// Asks for its object again, between a value of its own and another of the same sort.
  struct InTwoParts: Encodable {
    var depth = 2

    private enum First: CodingKey { case depth, inner, zero }
    private enum Second: CodingKey { case again }

    func encode(to encoder: any Encoder) throws {
      var first = encoder.container(keyedBy: First.self)
      try first.encode(depth, forKey: .depth)
      if depth > 0 { try first.encode(InTwoParts(depth: depth - 1), forKey: .inner) }
      var second = encoder.container(keyedBy: Second.self)
      try second.encode([depth], forKey: .again)
      try first.encode(true, forKey: .zero)
    }
  }

  private func foundation(_ value: some Encodable, isPretty: Bool) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test(arguments: [true, false])
  func valuesOfEverySort(isPretty: Bool) throws {
    let text = try JSONTextEncoder.text(of: Everything(), isPretty: isPretty)
    #expect(try text == foundation(Everything(), isPretty: isPretty))
    let byHand = try JSONTextEncoder.text(of: ByHand(), isPretty: isPretty)
    #expect(try byHand == foundation(ByHand(), isPretty: isPretty))
    let inTwoParts = try JSONTextEncoder.text(of: [InTwoParts(), InTwoParts()], isPretty: isPretty)
    #expect(try inTwoParts == foundation([InTwoParts(), InTwoParts()], isPretty: isPretty))
  }

  @Test(
    arguments: [ShippedMachine.seed, .leak, .redacted, .withoutZprint, .withoutMemory],
    [true, false])
  func reports(machine: ShippedMachine, isPretty: Bool) throws {
    let document = ReportDocument(try machine.report())
    let text = try JSONTextEncoder.text(of: document, isPretty: isPretty)
    #expect(try text == foundation(document, isPretty: isPretty))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func aNumberThatIsNotFiniteIsAnError(number: Double) {
    #expect(throws: EncodingError.self) {
      try JSONTextEncoder.text(of: [number], isPretty: false)
    }
  }
}
