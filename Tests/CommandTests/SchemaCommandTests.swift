import Foundation
import Testing

@testable import TestSupport

/// `schema`; `scripts/validate-json` validates every archive's JSON against it.
struct SchemaCommandTests {
  @Test("every key that the contract requires of an archive's report is present")
  func required() async throws {
    let schema = try await Self.object(["schema"])
    let report = try await Self.object([TestArchive.leak.path, "--format", "json"])
    let required = try #require(schema["required"] as? [String])
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(Set(required).isSubset(of: Set(report.keys)))
    #expect(!required.isEmpty)
    let named = try #require(schema["properties"] as? [String: Any])
    #expect(Set(report.keys).isSubset(of: Set(named.keys)))
  }

  /// What each schema is of; `scripts/validate-json` validates many more.
  static let results: [(schema: String, arguments: [String])] = [
    ("compare", ["compare", TestArchive.seed.path, TestArchive.leak.path]),
    (
      "baseline",
      ["compare", TestArchive.seed.path, TestArchive.leak.path, "--baseline"]
        + [TestArchive.seed.path, TestArchive.leak.path]
    ),
    ("trend", ["trend", TestArchive.leak.path]), ("list", ["list", TestArchive.leak.path]),
    ("explain", ["explain", "kalloc.1024"]), ("failure", ["explain", "nothing that is known"]),
    ("failure", ["compare", TestArchive.leak.path + ".missing", TestArchive.leak.path]),
    ("failure", ["compare", TestArchive.leak.path, TestArchive.withoutMemory.path]),
    ("failure", ["list", TestArchive.leak.path + ".missing"]),
    ("trend", ["trend", TestArchive.leak.path + ".missing"]),
  ]

  @Test(
    "a result has the keys that its schema requires, and none that it does not name",
    arguments: results)
  func keys(_ result: (schema: String, arguments: [String])) async throws {
    let schema = try await Self.object(["schema", result.schema])
    let object = try await Self.object(result.arguments + ["--format", "json"])
    let required = try #require(schema["required"] as? [String])
    let named = try #require(schema["properties"] as? [String: Any])
    #expect(Set(required).isSubset(of: Set(object.keys)))
    #expect(Set(object.keys).isSubset(of: Set(named.keys)))
    #expect(schema["$id"] as? String == "urn:sysbalance:\(result.schema):1")
  }

  private static func object(_ arguments: [String]) async throws -> [String: Any] {
    let bytes = try await Program.once(arguments).outputBytes
    return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }
}
