import Foundation

/// One file with an input as its content.
final class ScratchFile {
  /// An unnamed file, passed to a reader as a descriptor.
  nonisolated(unsafe) static let shared = ScratchFile(isNamed: false)
  /// A named file, removed when the program exits.
  nonisolated(unsafe) static let named: ScratchFile = {
    atexit { ScratchFile.named.remove() }
    return ScratchFile(isNamed: true)
  }()

  private let descriptor: Int32
  private let path: String

  private init(isNamed: Bool) {
    var template = Array((NSTemporaryDirectory() + "/fuzz-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    require(descriptor >= 0, "no scratch file")
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    if !isNamed { unlink(path) }
  }

  /// Replaces the content and rewinds the file.
  func fill(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    require(ftruncate(descriptor, 0) == 0, "the scratch file cannot be emptied")
    let written = bytes.baseAddress.map { pwrite(descriptor, $0, bytes.count, 0) } ?? 0
    require(written == bytes.count, "the scratch file cannot be written")
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  /// Replaces the content and returns the path of the file.
  func fillPath(_ bytes: UnsafeRawBufferPointer) -> String {
    _ = fill(bytes)
    return path
  }

  private func remove() {
    unlink(path)
  }
}
