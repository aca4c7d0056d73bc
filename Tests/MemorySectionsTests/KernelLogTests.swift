import MemorySections
import Testing

/// Kernel logs about a full zone map.
@Suite struct KernelLogTests {
  @Test func linesOfOneTimeAreOne() throws {
    let log = try #require(
      try kernelLog(
        of: """
          Aug  3 21:59:30 mac kernel[0]: en0: link up
          Aug  3 21:59:36 mac kernel[0]: zone_map_exhaustion: Zone map size 900, capacity 1000 [jetsam limit 90%]
          Aug  3 21:59:36 mac kernel[0]: zone_map_exhaustion: Largest zone vm objects, size 500
          Aug  3 22:00:01 mac kernel[0]: zone_map_exhaustion: Nothing to do for the largest zone [kalloc.128]. Waking up memorystatus thread.
          Aug  3 22:00:01 mac kernel[0]: zone_map_exhaustion: Zone map size 950, capacity 1000 [jetsam limit 90%]
          Aug  3 22:00:01 mac kernel[0]: zone_map_exhaustion: Largest zone kalloc.128, size 600
          """))
    #expect(log.exhaustionCount == 2)
    #expect(log.exhaustions.map(\.time) == ["Aug  3 21:59:36", "Aug  3 22:00:01"])
    #expect(log.exhaustions.map(\.line) == [2, 4])
    #expect(log.exhaustions.map(\.zoneMapSize?.bytes) == [900, 950])
    #expect(log.exhaustions.map(\.zoneMapCapacity?.bytes) == [1000, 1000])
    #expect(log.exhaustions.map(\.limitPercent) == [90, 90])
    #expect(log.exhaustions.map(\.largestZone) == ["vm objects", "kalloc.128"])
    #expect(log.exhaustions.map(\.largestZoneSize?.bytes) == [500, 600])
    #expect(log.fullest?.largestZone == "kalloc.128")
  }

  @Test("the kept data does not grow with the log")
  func manyTimes() throws {
    let lines = (0..<1000).map {
      "2020-08-03 21:59:36.1+0800 0x202 kernel: zone_map_exhaustion: Zone map size \($0), capacity 1000 [jetsam limit 95%]"
    }
    let log = try #require(try kernelLog(of: lines.joined(separator: "\n")))
    #expect(log.exhaustionCount == 1000)
    #expect(log.exhaustions.count == 200)
    // The fullest is kept, even if it comes last.
    #expect(log.fullest?.zoneMapSize?.bytes == 999)
    #expect(log.exhaustions.first?.time == "2020-08-03 21:59:36.1+0800")
  }

  @Test(arguments: [
    "", "nothing\n", "zone_map_exhaustion:", "zone_map_exhaustion: Zone map size ",
    "zone_map_exhaustion: Largest zone ", "zone_map_exhaustion: Zone map size 99999999999999999999",
  ])
  func withoutSizesNothingIsSaid(_ text: String) throws {
    #expect(try kernelLog(of: text) == nil)
  }
}
