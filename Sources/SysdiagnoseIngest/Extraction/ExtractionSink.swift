internal import MemorySections
internal import Platform
internal import SysdiagnoseArchive

/// Writes a member's bytes to a file and hashes the output.
final class ExtractionSink: MemberSink {
  private let output: HashedFile
  private let cut: (any KernelCut)?
  private let lines: MemberLines?
  private let fail: (FileError) -> Void
  private let keep: (ExtractedFile.Content) -> Void
  private let leave: (_ isJSON: Bool) -> Void

  /// Creates a sink.
  ///
  /// - Parameters:
  ///   - file: the output file.
  ///   - kind: the section to write only the kernel's part of; nil for a whole member.
  ///   - redaction: replaces names in the member's lines; nil keeps them.
  ///   - fail: receives the failure to write.
  ///   - keep: receives the content when the file is complete.
  ///   - leave: is called instead when the kernel has no line in the member: no file is written.
  init(
    _ file: ReplacedFile, cutting kind: SectionKind?, redaction: LineRedaction? = nil,
    fail: @escaping (FileError) -> Void, keep: @escaping (ExtractedFile.Content) -> Void,
    leave: @escaping (_ isJSON: Bool) -> Void
  ) {
    let output = HashedFile(file)
    self.output = output
    self.fail = fail
    self.keep = keep
    self.leave = leave
    let write = { (line: Span<UInt8>) in
      if let redaction {
        redaction.written(line).withUnsafeBytes(output.write)
      } else {
        line.withUnsafeBytes(output.write)
      }
      output.write("\n")
    }
    cut = kind?.kernelCut(keep: write)
    lines = cut == nil && redaction != nil ? MemberLines { line, _ in write(line) } : nil
  }

  func receive(_ bytes: RawSpan) -> MemberDemand {
    if let cut {
      cut.read(bytes)
    } else if let lines {
      lines.read(bytes)
    } else {
      bytes.withUnsafeBytes(output.write)
    }
    return output.failure == nil ? .more : .stop
  }

  func end(isWhole: Bool) {
    cut?.finish(isWhole: isWhole)
    lines?.finish(isWhole: isWhole)
    if let cut, cut.keptLines.isEmpty, output.failure == nil { return leave(cut.isJSON) }
    output.commit()
    if let failure = output.failure {
      fail(failure)
      return
    }
    keep(
      ExtractedFile.Content(
        bytes: output.bytes, sha256: output.sha256, isWhole: isWhole && cut?.isCut != true,
        keptLines: cut?.keptLines))
  }
}

/// A file with the hash of its content; the first failure ends the writing.
private final class HashedFile {
  private let file: ReplacedFile
  private let hash = SHA256()
  private var buffer: [UInt8] = []
  private(set) var bytes = 0
  private(set) var failure: FileError?

  init(_ file: ReplacedFile) {
    self.file = file
  }

  /// The hash of the content, in hexadecimal.
  var sha256: String { hash.hexadecimal() }

  func write(_ text: StaticString) {
    text.withUTF8Buffer { write(UnsafeRawBufferPointer($0)) }
  }

  /// Adds bytes; lines are buffered to avoid one write per line.
  func write(_ piece: UnsafeRawBufferPointer) {
    bytes += piece.count
    hash.update(piece)
    if piece.count >= 1 << 16 {
      flush()
      put(piece)
    } else {
      buffer.append(contentsOf: piece)
      if buffer.count >= 1 << 16 { flush() }
    }
  }

  func commit() {
    flush()
    guard failure == nil else { return }
    attempt { () throws(FileError) in try file.commit() }
  }

  private func flush() {
    buffer.withUnsafeBytes(put)
    buffer.removeAll(keepingCapacity: true)
  }

  private func put(_ piece: UnsafeRawBufferPointer) {
    guard failure == nil else { return }
    attempt { () throws(FileError) in try file.write(piece) }
  }

  private func attempt(_ work: () throws(FileError) -> Void) {
    do throws(FileError) {
      try work()
    } catch {
      failure = error
    }
  }
}
