import Foundation
import MemorySections
import Testing

/// footprint's JSON, which holds the same as its text.
struct FootprintJSONTests {
  private static let json = """
    {"unit":"byte","bytes per unit":1,"page size":16384,"total footprint":150000,
     "processes":[
      {"pid":0,"name":"kernel_task","footprint":90000,"categories":{
        "vnodes":{"dirty":60000,"swapped":0,"clean":0,"reclaimable":0,"wired":60000,"regions":40}}},
      {"pid":77,"name":"A \\"quoted\\" [name]","footprint":60000,"translated":true,
       "categories":{
        "MALLOC_SMALL":{"dirty":40000,"swapped":5000,"clean":7,"reclaimable":3,"regions":4},
        "stack":{"dirty":20000,"regions":1}},
       "auxiliary":{"phys_footprint":60100,"phys_footprint_peak":70000}},
      {"pid":78,"name":"Gone","errors":["process exited"]}],
     "shared":[{"with":[1,2],"categories":{"__TEXT":{"dirty":999}}}],
     "summary":{"categories":{"MALLOC_SMALL":{"dirty":40000,"regions":4}}},
     "auxiliary":{"boot_carveout":4096}}
    """

  private func footprint(_ text: String) throws -> (Footprint, Section) {
    let section = try read(Data(text.utf8), as: .footprint)
    return (try #require(section.content as? Footprint), section)
  }

  @Test("every value is that of the JSON, on many lines, on one, and without a last line end")
  func values() throws {
    let one = Self.json.split(separator: "\n").joined()
    for text in [Self.json, Self.json + "\n", one, one + "\n"] {
      let (footprint, section) = try footprint(text)
      #expect(section.outcome == .parsed, "\(section.coverage)")
      #expect(footprint.processes.map(\.name) == ["kernel_task", "A \"quoted\" [name]", "Gone"])
      #expect(footprint.processes.map(\.footprint?.bytes) == [90_000, 60_000, nil])
      #expect(footprint.processes.map(\.pid) == [0, 77, 78])
      #expect(footprint.summary?.footprint.bytes == 150_000)
      #expect(footprint.system["boot_carveout"]?.bytes == 4096)
      let process = footprint.processes[1]
      #expect(process.isTranslated && process.pageSize == 16384)
      #expect(process.peak?.bytes == 70_000 && process.ledgerFootprint?.bytes == 60_100)
      #expect(process.categories.map(\.name) == ["MALLOC_SMALL", "stack"])
      let small = process.categories[0]
      #expect(small.dirty.bytes == 40_000 && small.swapped?.bytes == 5_000)
      #expect(small.clean.bytes == 7 && small.reclaimable.bytes == 3 && small.regions == 4)
      #expect(small.wired == nil && process.categories[1].swapped == nil)
      #expect(footprint.processes[2].errors == ["process exited"])
      #expect(footprint.kernelTask?.categories.first?.wired?.bytes == 60_000)
    }
  }

  @Test("sizes in pages are bytes by the unit that the JSON states")
  func pages() throws {
    let text = """
      {"unit":"page","bytes per unit":16384,"total footprint":10,
       "processes":[{"pid":1,"name":"launchd","footprint":10}]}
      """
    #expect(try footprint(text).0.processes.first?.footprint?.bytes == 163_840)
  }

  @Test("JSON that breaks off anywhere keeps what was read, and says that it is not whole")
  func cut() throws {
    let one = Array(Self.json.split(separator: "\n").joined().utf8)
    for length in stride(from: 80, to: one.count, by: 7) {
      let section = try read(Data(one[..<length]), as: .footprint)
      #expect(section.outcome != .parsed, "\(length)")
      let processes = (section.content as? Footprint)?.processes ?? []
      #expect(processes.allSatisfy { $0.footprint?.bytes != 9 && $0.footprint?.bytes != 6 })
    }
  }

  @Test("one line of many megabytes is read in parts, each process once")
  func oneLongLine() throws {
    let count = 3000
    let path = String(repeating: "folder/", count: 150)
    let processes = (1...count).map {
      "{\"path\":\"\(path)\",\"pid\":\($0),\"name\":\"process \($0)\",\"footprint\":\($0),\"categories\":"
        + "{\"MALLOC_SMALL\":{\"dirty\":\($0),\"clean\":0,\"regions\":1}}}"
    }
    let text = "{\"bytes per unit\":1,\"processes\":[" + processes.joined(separator: ",") + "]}"
    try #require(text.utf8.count > 3 << 20)
    let (footprint, section) = try footprint(text)
    #expect(section.outcome == .parsed)
    #expect(footprint.processes.map(\.pid) == Array(1...count))
    #expect(
      footprint.processes.compactMap(\.footprint?.bytes).reduce(0, +) == count * (count + 1) / 2)
    #expect(footprint.processes.allSatisfy { $0.categories.first?.dirty == $0.footprint })
  }

  @Test("hostile numbers are no sizes")
  func hostile() throws {
    for number in ["-1", "99999999999999999999", "9223372036854775807", "1e9", "\"x\""] {
      let text =
        "{\"bytes per unit\":4096,\"processes\":[{\"pid\":1,\"name\":\"a\",\"footprint\":\(number)}]}"
      #expect(try footprint(text).0.processes.first?.footprint == nil, "\(number)")
    }
  }
}
