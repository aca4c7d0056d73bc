import Foundation
import MemorySections
import Testing

@testable import SnapshotStore

/// What a store keeps of a section as JSON.
@Suite struct SectionContentTests {
  @Test(
    arguments: [
      (.kextstat, #"{"generation":"K5"}"#),
      (.taskSummary, #"{"tasks":[]}"#),
      (.sysctl, #"{"hostName":"mac","pageSize":4096}"#),
      (.systemVersion, #"{"build":"23E224"}"#),
    ] as [(SectionKind, String)])
  func `the JSON is the section's own`(_ kind: SectionKind, _ json: String) throws {
    let content = SectionContent(of: "a")
    let section = try content.section(Array(json.utf8), kind, nil)
    #expect(type(of: section).descriptor.kind == kind)
    let tabled = section as? any TabledSection
    let again = try tabled.map { try content.json(head: $0) } ?? content.json(section)
    #expect(String(decoding: again, as: UTF8.self) == json)
  }

  @Test(arguments: ["", "[]", #"{"pageSize":"many"}"#, #"{"sysctl":"#])
  func `anything else is an error`(_ json: String) {
    #expect(throws: DecodingError.self) {
      try SectionContent(of: "a").section(Array(json.utf8), .sysctl, nil)
    }
  }
}
