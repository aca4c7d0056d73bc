import MemoryAnalysis
import MemorySections
import Testing

@testable import AllocationBalance
@testable import TestSupport

/// Helpers stand with their app.
struct AppGroupTests {
  /// `APP COUNT MEGABYTES` for each group.
  private func groups(_ made: HandMade) -> [String] {
    (made.report.balance.processes?.groups ?? []).map {
      "\($0.app) \($0.processCount) \($0.footprint.bytes >> 20)"
    }
  }

  private func task(_ name: String, _ pid: Int, _ megabytes: Int, coalition: Int) -> String {
    """
    process: "\(name)" [\(pid)] [unique ID: \(pid)]
    coalition (type 1) ID: \(coalition)
    virtual bytes: 4.13 GB; phys_footprint bytes: \(megabytes).00 MB; x

    """
  }

  @Test func `a coalition is one app, named after its first process`() {
    let text =
      task("kernel_task", 0, 1, coalition: 3) + task("launchd", 1, 12, coalition: 3)
      + task("early", 20, 2, coalition: 3) + task("com.example.WebContent", 510, 200, coalition: 44)
      + task("Example Browser", 500, 300, coalition: 44) + task("other", 600, 40, coalition: 45)
    #expect(
      groups(HandMade().with(.taskInfo, text)) == [
        "Example Browser 2 500", "other 1 40", "launchd 1 12", "early 1 2",
      ])
  }

  @Test func `twenty-four processes of one name are one holder`() {
    let text = (1...24).map {
      task("com.apple.WebKit.WebContent", 500 + $0, 50, coalition: 100 + $0)
    }
    #expect(
      groups(HandMade().with(.taskInfo, text.joined())) == [
        "com.apple.WebKit.WebContent 24 1200"
      ])
  }

  @Test func `without coalitions the responsible process tells, then the parent`() {
    let text = """
      Process:          Example Browser [500]
      Parent:           launchd [1]
      Footprint:        300.00 MB

      Process:          com.example.WebContent [510]
      Parent:           launchd [1]
      Responsible:      Example Browser [500]
      Footprint:        200.00 MB

      Process:          crash_handler [511]
      Parent:           com.example.WebContent [510]
      Footprint:        1.00 MB

      Process:          orphan [512]
      Parent:           gone [99]
      Footprint:        2.00 MB

      """
    #expect(
      groups(HandMade().with(.spindump, text)) == ["Example Browser 3 501", "orphan 1 2"])
  }

  /// Parents that name each other end the search.
  @Test func `a circle of parents ends`() {
    let text = """
      Process:          a [500]
      Parent:           b [501]
      Footprint:        3.00 MB
      Process:          b [501]
      Parent:           a [500]
      Footprint:        2.00 MB

      """
    #expect(groups(HandMade().with(.spindump, text)).count <= 2)
  }

  @Test(arguments: [
    ("Google Chrome Helper (Renderer)", "Google Chrome"), ("Google Chrome Helper", "Google Chrome"),
    ("Google Chrome", "Google Chrome"), ("(odd)", "(odd)"), ("Helper", "Helper"), ("x (y)", "x"),
  ])
  func `a name alone tells the app`(_ name: String, _ app: String) {
    #expect(ProcessRelations.app(named: name) == app)
  }

  @Test func `an unknown footprint makes the group a lower bound`() {
    var footprint = Samples.footprint
    footprint.processes.append(FootprintText.Process(name: "logd", bytes: nil))
    let groups = HandMade().with(footprint).report.balance.processes?.groups
    let logd = groups?.first { $0.app == "logd" }
    #expect(logd?.processCount == 2)
    #expect(logd?.isLowerBound == true)
    #expect(groups?.first { $0.app == "launchd" }?.isLowerBound == false)
  }
}
