import Foundation
import MemorySections
import Testing

@testable import SnapshotStore

/// What the store keeps of a section as JSON.
@Suite struct StoredContentTests {
  /// Written by the first version of the store.
  @Test(
    arguments: [
      (.kextstat, #"{"kextstat":{"generation":"K5"}}"#),
      (.taskSummary, #"{"tasks":{"_0":[]}}"#),
      (.collectionLog, #"{"tasks":{"_0":[]}}"#),
      (.sysctl, #"{"sysctl":{"_0":{"hostName":"mac","pageSize":4096}}}"#),
      (.systemVersion, #"{"systemVersion":{"_0":{"build":"23E224"}}}"#),
    ] as [(SectionKind, String)])
  func `older stores are read`(_ kind: SectionKind, _ json: String) throws {
    let content = try StoredContent(json: json, kind: kind, SourcePath("a"))
    switch content {
    case .kextstat(let head): #expect(head.generation == "K5")
    case .tasks(let tasks): #expect(tasks.isEmpty)
    case .whole(let sysctl as Sysctl):
      #expect(sysctl.hostName == "mac")
      #expect(sysctl.pageSize == 4096)
    case .whole(let version as SystemVersion): #expect(version.build == "23E224")
    default: Issue.record("\(kind) was read as another section")
    }
    // What is written is read by its own version again, and is the same text.
    if kind != .kextstat { #expect(try content.json(SourcePath("a")) == json) }
  }

  @Test(arguments: ["", "{}", "[]", #"{"sysctl":{"_0":[]}}"#, #"{"sysctl":3}"#])
  func `anything else is an error`(_ json: String) {
    #expect(throws: DecodingError.self) {
      try StoredContent(json: json, kind: .sysctl, SourcePath("a"))
    }
  }
}
