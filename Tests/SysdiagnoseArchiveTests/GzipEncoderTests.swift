import CZlib
import Testing

@testable import SysdiagnoseArchive

/// The gzip files that tables are written as.
struct GzipEncoderTests {
  /// Pieces of bytes: their counts, and whether they compress.
  static let pieces: [([Int], Bool)] = [
    ([], true), ([0], true), ([1], false), ([65_536], true), ([65_536], false),
    ([3_000_000], false), ([1, 200_000, 7, 0, 65_537], false), ([5_000_000, 1], true),
  ]

  @Test("what is compressed comes back, in any pieces", arguments: pieces)
  func roundTrip(_ counts: [Int], _ isUniform: Bool) throws {
    var state: UInt64 = 42
    var (content, file): ([UInt8], [UInt8]) = ([], [])
    let encoder = GzipEncoder()
    for count in counts {
      let piece = (0..<count).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return isUniform ? 65 : UInt8(truncatingIfNeeded: state >> 40)
      }
      file += try #require(piece.withUnsafeBytes { encoder.add($0) })
      content += piece
    }
    file += try #require(encoder.finish())
    #expect(file.prefix(2) == [0x1F, 0x8B])
    #expect(Self.inflated(file, upTo: content.count + 1) == content)
    if isUniform, content.count > 1000 { #expect(file.count * 100 < content.count) }
  }

  /// zlib's own answer, with the checksum and the length verified; nil when it is no whole file.
  private static func inflated(_ file: [UInt8], upTo limit: Int) -> [UInt8]? {
    var stream = z_stream()
    guard czlib_inflate_init2(&stream, MAX_WBITS + 16) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var (input, output) = (file, [UInt8](repeating: 0, count: limit))
    let (code, made) = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        let code = inflate(&stream, Z_FINISH)
        return (code, output.count - Int(stream.avail_out))
      }
    }
    guard code == Z_STREAM_END, stream.avail_in == 0 else { return nil }
    return Array(output.prefix(made))
  }
}
