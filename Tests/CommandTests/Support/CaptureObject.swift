import Foundation

@testable import TestSupport

/// The JSON keys of a report that identify captures and machines, and give the reason for no
/// report.
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
