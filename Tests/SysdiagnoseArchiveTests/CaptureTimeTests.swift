import Testing

@testable import SysdiagnoseArchive

/// Calendar arithmetic against values of `date -u +%s`.
@Suite struct CaptureTimeTests {
  private func time(
    _ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0,
    offset: Int? = nil
  ) -> CaptureTime? {
    CaptureTime(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second,
      offsetSeconds: offset)
  }

  @Test(
    arguments: [
      ([1970, 1, 1, 0, 0, 0], 0), ([2000, 2, 29, 12, 0, 0], 951_825_600),
      ([2024, 3, 5, 18, 20, 30], 1_709_662_830), ([2024, 12, 31, 23, 59, 59], 1_735_689_599),
      ([2013, 10, 22, 6, 9, 10], 1_382_422_150), ([1969, 12, 31, 23, 59, 59], -1),
      ([1, 1, 1, 0, 0, 0], -62_135_596_800), ([0, 1, 1, 0, 0, 0], -62_167_219_200),
      ([9999, 12, 31, 23, 59, 59], 253_402_300_799),
    ])
  func secondsSince1970(_ parts: [Int], _ seconds: Int) throws {
    let moment = try #require(time(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]))
    #expect(moment.secondsSince1970 == seconds)
  }

  @Test func theOffsetIsTakenOff() {
    #expect(time(2024, 3, 5, 10, 20, 30, offset: -28_800)?.secondsSince1970 == 1_709_662_830)
    #expect(time(2024, 3, 5, 23, 50, 30, offset: 19_800)?.secondsSince1970 == 1_709_662_830)
  }

  @Test(
    arguments: [
      [2024, 0, 1, 0, 0, 0], [2024, 13, 1, 0, 0, 0], [2024, 4, 31, 0, 0, 0],
      [2023, 2, 29, 0, 0, 0], [1900, 2, 29, 0, 0, 0], [2024, 1, 0, 0, 0, 0],
      [2024, 1, 1, 24, 0, 0], [2024, 1, 1, 0, 60, 0], [2024, 1, 1, 0, 0, 61],
      [-1, 1, 1, 0, 0, 0], [10_000, 1, 1, 0, 0, 0], [2024, 1, 1, -1, 0, 0],
    ])
  func impossibleTimesAreRefused(_ parts: [Int]) {
    #expect(time(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]) == nil)
  }

  @Test(arguments: [(86_400, false), (86_340, true), (-86_340, true), (30, false), (.min, false)])
  func offsetsAreWholeMinutesOfADay(_ offset: Int, _ isPossible: Bool) {
    #expect((time(2024, 1, 1, offset: offset) != nil) == isPossible)
  }

  @Test func timesAreOrderedAcrossZones() throws {
    let west = try #require(time(2024, 3, 5, 10, 0, 0, offset: -28_800))
    let east = try #require(time(2024, 3, 5, 18, 59, 0, offset: 3600))
    #expect(east < west)
    let unknown = try #require(time(2024, 3, 5, 18, 0, 0))
    let known = try #require(time(2024, 3, 5, 18, 0, 0, offset: 0))
    #expect(unknown != known)
    #expect(unknown < known)
    #expect(!(known < unknown))
  }
}
