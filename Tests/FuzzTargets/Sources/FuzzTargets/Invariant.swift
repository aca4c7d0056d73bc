import Foundation

/// Crashes when a condition fails; libFuzzer then keeps the input.
func require(_ holds: Bool, _ what: @autoclosure () -> String) {
  guard !holds else { return }
  FileHandle.standardError.write(Data("INVARIANT: \(what())\n".utf8))
  abort()
}

/// The same bytes, split in ways that depend only on the bytes.
struct Pieces: Sequence {
  let bytes: UnsafeRawBufferPointer

  func makeIterator() -> AnyIterator<UnsafeRawBufferPointer> {
    var state = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    for byte in bytes.prefix(64) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var position = 0
    return AnyIterator {
      guard position < bytes.count else { return nil }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let size = [1, 2, 3, 7, 64, 511, 4096][Int(state >> 33) % 7]
      let end = Swift.min(position + size, bytes.count)
      defer { position = end }
      return UnsafeRawBufferPointer(rebasing: bytes[position..<end])
    }
  }
}
