@testable import SysdiagnoseArchive

/// A gzip file of raw bytes with a correct checksum.
///
/// A mutation of a tar thus passes the gzip engine.
enum GzipWrapping {
  static func stored(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var position = 0
    repeat {
      let end = min(position + 0xFFFF, bytes.count)
      let length = UInt16(end - position)
      file.append(end == bytes.count ? 1 : 0)
      file += little(UInt64(length), 2) + little(UInt64(~length), 2)
      file += bytes[position..<end]
      position = end
    } while position < bytes.count
    let checksum = ZlibEngine.checksum(0, bytes)
    return file + little(UInt64(checksum), 4) + little(UInt64(bytes.count), 4)
  }

  private static func little(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
  }
}
