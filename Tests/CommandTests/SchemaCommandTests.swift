import Foundation
import Testing

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

  private static func object(_ arguments: [String]) async throws -> [String: Any] {
    let bytes = try await Program.run(arguments).outputBytes
    return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }
}
