import Foundation

/// The keys of a report's JSON that tell captures and machines apart, and say why there is nothing.
struct CaptureObject: Decodable {
  let tool: Tool
  let archive: Archive
  let machine: Machine?
  let failure: String?

  init(_ text: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
  }

  struct Tool: Decodable {
    let name: String
    let version: String
  }

  struct Archive: Decodable {
    let name: String?
    let captureIndex: Int?
    let captureCount: Int?
    let contentDigest: String?
    let bootTime: String?
  }

  struct Machine: Decodable {
    let key: String?
    let hostName: String?
    let model: String?
  }
}
