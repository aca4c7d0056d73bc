import Foundation
import MemorySections
import Testing

/// The panic in a text; nil when there is none.
func panic(of text: String, chunk: Int = 1 << 16) throws -> Panic? {
  try read(text, as: .panic, chunk: chunk).content as? Panic
}

/// The JetsamEvent in a text; nil when there is none.
func jetsam(of text: String) throws -> Jetsam? {
  try read(text, as: .jetsam).content as? Jetsam
}

/// The exhaustions in a kernel log; nil when there are none.
func kernelLog(of text: String) throws -> KernelLog? {
  try read(text, as: .kernelLog).content as? KernelLog
}

/// A text as the content of a JSON string.
func escaped(_ text: String) throws -> String {
  String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
}
