#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Names and rules that are data: JSON files of the folder `Resources`, built into the module so
/// that the program is one file.
enum EmbeddedData {
  /// Decodes a resource; nil when it does not have the form, which a test rules out.
  static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) -> Value? {
    try? JSONDecoder().decode(type, from: Data(bytes))
  }
}
