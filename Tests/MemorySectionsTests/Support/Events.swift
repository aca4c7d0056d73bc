import Foundation
import MemorySections
import Testing

/// What a panic report says; nil when it says nothing.
func panic(of text: String, chunk: Int = 1 << 16) throws -> Panic? {
  try read(text, as: .panic, chunk: chunk).content as? Panic
}

/// What a JetsamEvent says; nil when it says nothing.
func jetsam(of text: String) throws -> Jetsam? {
  try read(text, as: .jetsam).content as? Jetsam
}

/// What a kernel log says; nil when it says nothing.
func kernelLog(of text: String) throws -> KernelLog? {
  try read(text, as: .kernelLog).content as? KernelLog
}

/// A text as it stands in a JSON string.
func escaped(_ text: String) throws -> String {
  String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
}
