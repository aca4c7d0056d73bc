import AllocationBalance
import MemoryAnalysis
import MemorySections
import Testing

@testable import MachineGenerator

/// Changes to a text that do not change its meaning.
struct ReadingPropertyTests {
  static let machines = (0..<MachineShare.part(of: 200)).map { Plan(number: 5000 + $0) }
  static let batches = stride(from: 0, to: machines.count, by: 25).map { $0 }

  /// Runs a check on a batch of machines; a difference is reported with the machine's number.
  private func check(
    _ batch: Int, _ difference: (PrintedMachine, inout SeededRandom) -> [String]
  ) {
    for plan in Self.machines[batch..<min(batch + 25, Self.machines.count)] {
      var random = SeededRandom(seed: UInt64(plan.number))
      let printed = PrintedMachine(MachineMaker.machine(plan), plan)
      let differences = difference(printed, &random)
      #expect(differences.isEmpty, "\(plan)\n\(differences.prefix(10).joined(separator: "\n"))")
    }
  }

  /// Compares a changed text with the truth of the printed one.
  private func differences(_ printed: PrintedText, _ text: String, _ kind: SectionKind)
    -> [String]
  {
    var comparison = Comparison()
    comparison.compare(read(text, as: kind), printed)
    return comparison.differences
  }

  @Test("splitting the chunks elsewhere changes nothing", arguments: batches)
  func chunks(_ batch: Int) {
    check(batch) { printed, random in
      let most = random.pick([1, 3, 80, 4096])
      let chunks = (0..<17).map { _ in random.int(1...most) }
      return printed.texts.flatMap { kind, text in
        var comparison = Comparison()
        let section = read(text.text, as: kind, chunks: chunks)
        comparison.compare(section, text)
        comparison.same("bytes", section.coverage.bytes, text.text.utf8.count)
        comparison.same("coverage", section.coverage, read(text.text, as: kind).coverage)
        return comparison.differences
      }
    }
  }

  @Test("the order of the sections changes nothing", arguments: batches)
  func order(_ batch: Int) {
    check(batch) { printed, random in
      let sections = printed.sections()
      let straight = Report(PrintedMachine.snapshot(sections))
      let shuffled = Report(PrintedMachine.snapshot(sections.shuffled(using: &random)))
      var comparison = Comparison()
      comparison.same("kernel", shuffled.balance.kernel, straight.balance.kernel)
      comparison.same("user", shuffled.balance.user, straight.balance.user)
      comparison.same("unexplained", shuffled.ledger.unexplained, straight.ledger.unexplained)
      comparison.same("ledger", shuffled.ledger.entries, straight.ledger.entries)
      return comparison.differences
    }
  }

  @Test("CRLF line ends read the same", arguments: batches)
  func carriageReturns(_ batch: Int) {
    check(batch) { printed, _ in
      printed.texts.flatMap { kind, text in
        differences(text, text.lines.map { $0.text + "\r\n" }.joined(), kind)
      }
    }
  }

  @Test("a last line without an end is not read, and the text is incomplete", arguments: batches)
  func noLastEnd(_ batch: Int) {
    check(batch) { printed, _ in
      printed.texts.flatMap { kind, text in
        let cut = read(text.lines.map(\.text).joined(separator: "\n"), as: kind)
        let without = read(text.lines.dropLast().map { $0.text + "\n" }.joined(), as: kind)
        var comparison = Comparison()
        let endsInBlank = text.lines.last?.text.isEmpty ?? true
        comparison.same(
          "whole", cut.coverage.isComplete, endsInBlank && without.coverage.isComplete)
        comparison.same("content", cut.apart, without.apart)
        return comparison.differences
      }
    }
  }

  @Test("lost trailing blanks change nothing", arguments: batches)
  func trailingBlanks(_ batch: Int) {
    check(batch) { printed, _ in
      printed.texts.flatMap { kind, text in
        let stripped = text.lines.map { line in
          String(line.text.reversed().drop { $0 == " " }.reversed()) + "\n"
        }
        return differences(text, stripped.joined(), kind)
      }
    }
  }

  /// Pastes of kextstat lose leading blanks, or have tabs instead.
  @Test("kextstat reads the same with other leading blanks", arguments: batches)
  func leadingBlanks(_ batch: Int) {
    check(batch) { printed, random in
      let indent = random.pick(["", "\t", "\t\t", " "])
      return printed.texts.filter { $0.kind == .kextstat }.flatMap { kind, text in
        let pasted = text.lines.map { line in
          (line.text.hasPrefix(" ") ? indent : "") + line.text.drop { $0 == " " } + "\n"
        }
        return differences(text, pasted.joined(), kind)
      }
    }
  }

  @Test("footprint's kernel cut reads like the whole text", arguments: batches)
  func kernelCut(_ batch: Int) {
    check(batch) { printed, _ in
      var comparison = Comparison()
      for (kind, text) in printed.texts where kind == .footprint {
        let section = read(text.text, as: kind)
        guard let whole = section.content as? Footprint, whole.kernelTask != nil else {
          continue
        }
        var cut: [UInt8] = []
        let cutter = FootprintKernelCut { line in
          cut += line.withUnsafeBufferPointer(Array.init) + [0x0A]
        }
        Array(text.text.utf8).withUnsafeBytes { cutter.read($0.bytes) }
        cutter.finish(isWhole: true)
        let part = read(String(decoding: cut, as: UTF8.self), as: kind)
        guard let kernel = part.content as? Footprint else { return ["nothing is left"] }
        comparison.same("user processes", kernel.userProcesses.count, 0)
        comparison.same(
          "kernel_task", kernel.kernelTask?.footprint?.bytes, whole.kernelTask?.footprint?.bytes)
        comparison.same(
          "categories", kernel.kernelTask?.categories.map(\.dirty.bytes),
          whole.kernelTask?.categories.map(\.dirty.bytes))
        comparison.same(
          "summary", kernel.summary?.footprint.bytes, whole.summary?.footprint.bytes)
        comparison.same("unread", part.coverage.unreadLineCount, section.coverage.unreadLineCount)
      }
      return comparison.differences
    }
  }

  @Test("a lost line loses only its own numbers", arguments: batches)
  func lostLine(_ batch: Int) {
    check(batch) { printed, random in
      printed.texts.flatMap { kind, text in
        let loose = text.lines.indices.filter { text.lines[$0].truth.isLoose }
        guard !loose.isEmpty else { return [String]() }
        var rest = text
        let lost = rest.lines.remove(at: random.pick(loose))
        return differences(rest, rest.text, kind).map { "without “\(lost.text)”: \($0)" }
      }
    }
  }
}

extension Section {
  /// The section without its coverage.
  fileprivate var apart: Section {
    Section(kind: kind, member: member, coverage: Coverage(), content: content)
  }
}
