import Foundation
import ReportRendering
import Testing

/// The JSON Schemas that the program prints.
struct ReportSchemaTests {
  private static func object(_ schema: ReportSchema) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(schema.text.utf8))
    return try #require(value as? [String: Any])
  }

  private static func definitions(_ schema: ReportSchema) throws -> [String: Any] {
    try #require(try object(schema)["$defs"] as? [String: Any])
  }

  @Test("every reference has its definition", arguments: ReportSchema.allCases)
  func references(_ schema: ReportSchema) throws {
    let defined = Set(try Self.definitions(schema).keys)
    let used = schema.text.matches(of: #/"\$ref": "#\/\$defs\/(\w+)"/#).map { String($0.1) }
    #expect(Set(used).subtracting(defined) == [])
    #expect(used.contains("tool"))
  }

  @Test("schemas that define the same name define the same")
  func shared() throws {
    var known: [String: String] = [:]
    for schema in ReportSchema.allCases {
      for (name, definition) in try Self.definitions(schema) {
        // In a report a kext is loaded on a machine; in a fleet it is counted over machines.
        let key = name == "kext" && schema == .fleet ? "a fleet's kext" : name
        let data = try JSONSerialization.data(withJSONObject: definition, options: .sortedKeys)
        let text = String(decoding: data, as: UTF8.self)
        #expect(known[key] ?? text == text, "\(schema) \(name)")
        known[key] = text
      }
    }
    #expect(known["finding"] != nil && known["change"] != nil)
  }

  @Test("the part of a baseline that is a comparison is the comparison's own object")
  func baseline() throws {
    let part = try #require(try Self.definitions(.baseline)["comparison"] as? [String: Any])
    let whole = try Self.object(.compare)
    for key in ["type", "required", "properties"] {
      #expect(part[key] as? NSObject == whole[key] as? NSObject, "\(key)")
    }
  }
}
