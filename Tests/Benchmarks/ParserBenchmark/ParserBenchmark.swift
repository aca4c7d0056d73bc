import Foundation
import MemorySections

/// Measures the parsing speed of an archive's members: `ParserBenchmark FILE…`.
///
/// Each file is parsed repeatedly for a second, in pieces like those from an archive. Its name
/// determines its section. Prints the name and MB (10^6 bytes) per second.
@main
struct ParserBenchmark {
  private static let pieceBytes = 512 << 10
  private static let seconds = 1.0

  static func main() throws {
    for path in CommandLine.arguments.dropFirst() {
      let name = URL(filePath: path).lastPathComponent
      guard let kind = SectionCatalog.kind(ofMember: name) else {
        print("\(name)\tno section")
        continue
      }
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      print("\(name)\t\(Int(bestRate(bytes, kind, name) / 1e6))")
    }
  }

  /// Bytes per second in the best pass: other load only makes a pass slower.
  private static func bestRate(_ bytes: [UInt8], _ kind: SectionKind, _ name: String) -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    var best = Duration.seconds(3600)
    while clock.now - start < .seconds(seconds) {
      best = min(best, clock.measure { parse(bytes, kind, name) })
    }
    return Double(bytes.count) / (best / .seconds(1))
  }

  private static func parse(_ bytes: [UInt8], _ kind: SectionKind, _ name: String) {
    let reader = SectionCatalog.reader(for: kind, member: name)
    for start in stride(from: 0, to: bytes.count, by: pieceBytes) {
      bytes[start..<min(start + pieceBytes, bytes.count)].withUnsafeBytes { reader.read($0.bytes) }
    }
    precondition(reader.finish(isWhole: true).content != nil, "\(name): nothing was read")
  }
}
