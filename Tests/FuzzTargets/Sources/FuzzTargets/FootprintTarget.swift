import MemorySections

/// Footprint and its kernel cut: the cut has the same kernel.
enum FootprintTarget {
  static func run(_ bytes: UnsafeRawBufferPointer) {
    let section = SectionTarget.run(bytes, kind: .footprint, member: "footprint-all.txt")
    let (cut, lines) = kernelCut([bytes])
    let (pieces, pieceLines) = kernelCut(Pieces(bytes: bytes))
    require(cut == pieces && lines == pieceLines, "cut differently, another cut")
    let again = cut.withUnsafeBytes { kernelCut([$0]).text }
    require(again == cut, "the cut of a cut is another")
    let kernel = cut.withUnsafeBytes {
      SectionTarget.read([$0], .footprint, "footprint-all.txt")
    }
    guard let whole = section.content as? Footprint else { return }
    guard let task = whole.kernelTask else { return }
    guard let part = kernel.content as? Footprint, let cutTask = part.kernelTask else {
      require(false, "the cut has lost kernel_task")
      return
    }
    require(
      cutTask.footprint?.bytes == task.footprint?.bytes, "the cut has another kernel_task")
    require(
      part.processes.allSatisfy(\.isKernel), "the cut holds processes")
  }

  private static func kernelCut(
    _ pieces: some Sequence<UnsafeRawBufferPointer>
  ) -> (text: [UInt8], lines: [ClosedRange<Int>]) {
    var text: [UInt8] = []
    let cut = FootprintKernelCut { line in
      line.withUnsafeBufferPointer { text += $0 }
      text.append(0x0A)
    }
    for piece in pieces { cut.read(piece.bytes) }
    cut.finish(isWhole: true)
    return (text, cut.keptLines)
  }
}
