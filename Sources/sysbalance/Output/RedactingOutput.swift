internal import Redaction
internal import Synchronization

/// A destination that lets nothing through which is to be redacted.
///
/// What begins with a brace is an object of JSON, whose strings are redacted one by one, so that it
/// stays one; what ends with CR LF is rows of comma-separated values, redacted cell by cell. All else
/// is text, which ends with a line that says what was replaced.
final class RedactingOutput: OutputDestination {
  private let destination: any OutputDestination
  private let redaction: RedactionSession
  private let isText = Mutex(false)

  init(_ destination: any OutputDestination, _ redaction: RedactionSession) {
    self.destination = destination
    self.redaction = redaction
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    let isJSON = text.utf8.first == UInt8(ascii: "{")
    let isTable = text.utf8.suffix(2).elementsEqual("\r\n".utf8)
    isText.withLock { $0 = !isJSON && !isTable }
    try destination.write(
      isJSON
        ? redaction.document(text) : isTable ? redaction.table(text) : redaction.lines(text))
  }

  func commit() throws {
    if isText.withLock({ $0 }) { try destination.write("\nRedacted  \(redaction.summary)\n") }
    try destination.commit()
  }
}
