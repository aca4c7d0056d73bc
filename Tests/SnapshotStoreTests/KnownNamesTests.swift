import Testing

@testable import SnapshotStore

/// The numbers of texts that a program remembers.
struct KnownNamesTests {
  private struct OneTable: StoreTable {
    static let table = "one"
    static let columns = ""
  }

  private struct OtherTable: StoreTable {
    static let table = "other"
    static let columns = ""
  }

  @Test("each text has its number in any column, in any order")
  func anyOrder() {
    let texts = (0..<200).map {
      "name \($0 % 3 == 0 ? "\($0)" : String(repeating: "x", count: $0))"
    }
    var known = KnownNames()
    for (place, text) in texts.enumerated() { known.add(text, Int64(1000 + place)) }
    #expect(known.count == texts.count)
    var generator = SystemRandomNumberGenerator()
    for turn in 0..<5 {
      known.beginSnapshot()
      let columns = [known.columns(of: OneTable.self), known.columns(of: OtherTable.self)]
      #expect(columns[0] != columns[1])
      // In order, in order with gaps, at random.
      let order =
        switch turn {
        case 0, 1: Array(texts.indices)
        case 2: texts.indices.filter { $0 % 5 > 1 && !(60..<90).contains($0) }
        default: texts.indices.shuffled(using: &generator)
        }
      for place in order {
        for column in columns + [columns[1] + 3, columns[1] + 4000] {
          #expect(known.find(texts[place], in: column) == Int64(1000 + place))
          #expect(known.find("unknown \(place)", in: column) == nil)
        }
      }
    }
  }

  @Test("a text that comes later is found, and the first number of a text stays")
  func later() {
    var known = KnownNames()
    let column = known.columns(of: OneTable.self)
    #expect(known.find("a", in: column) == nil)
    known.add("a", 1)
    #expect(known.find("a", in: column) == 1)
    known.add("b", 2)
    known.add("a", 3)
    #expect(["a", "b", "a", "a", "b"].map { known.find($0, in: column) } == [1, 2, 1, 1, 2])
    #expect(known.count == 2)
  }
}
