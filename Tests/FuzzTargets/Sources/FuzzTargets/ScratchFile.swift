import Foundation

/// One unnamed file whose content is an input, so that the reader takes it by a descriptor.
final class ScratchFile {
  nonisolated(unsafe) static let shared = ScratchFile()

  private let descriptor: Int32

  private init() {
    var template = Array((NSTemporaryDirectory() + "/fuzz-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    require(descriptor >= 0, "no scratch file")
    unlink(&template)
  }

  /// Replaces the content and steps to its start.
  func fill(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    require(ftruncate(descriptor, 0) == 0, "the scratch file cannot be emptied")
    let written = bytes.baseAddress.map { pwrite(descriptor, $0, bytes.count, 0) } ?? 0
    require(written == bytes.count, "the scratch file cannot be written")
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }
}
