import MemorySections

@testable import MachineGenerator

/// footprint; its rows belong to the header above them.
extension Comparison {
  /// The expected position of the next printed line in a section.
  private struct Place {
    var process = -1
    var isInProcess = false
    var isInSummary = false
    var sharers: String?
    /// The owner's messages, categories and groups of sharers so far.
    var messages: [String] = []
    var categories = 0
    var shared = 0
  }

  mutating func compare(_ footprint: Footprint, _ text: PrintedText) {
    var place = Place()
    for (number, printed) in text.lines.enumerated() {
      compare(footprint, printed.truth, number + 1, &place)
    }
    end(footprint, place)
    same("processes", footprint.processes.count, place.process + 1)
  }

  private mutating func compare(
    _ footprint: Footprint, _ truth: LineTruth, _ line: Int, _ place: inout Place
  ) {
    switch truth {
    case .process(let process):
      end(footprint, place)
      place = Place(process: place.process + 1, isInProcess: true)
      compare(owner(footprint, place), process, line)
    case .summary(let truth):
      end(footprint, place)
      place = Place(process: place.process, isInSummary: true)
      size("summary", footprint.summary?.footprint, truth, line: line)
    case .sharedCache:
      end(footprint, place)
      place = Place(process: place.process)
    case .message(let text): place.messages.append(text)
    case .sharing(let sharers): place.sharers = sharers
    case .category(let truth): compare(footprint, truth, line, &place)
    case .auxiliary(let key, let truth):
      let process = owner(footprint, place)
      size(
        key, key == "phys_footprint" ? process?.ledgerFootprint : process?.peak, truth, line: line)
    case .systemAuxiliary(let key, let truth):
      size(key, footprint.system[key], truth, line: line)
    default: break
    }
  }

  private func owner(_ footprint: Footprint, _ place: Place) -> FootprintProcess? {
    place.isInProcess && footprint.processes.indices.contains(place.process)
      ? footprint.processes[place.process] : nil
  }

  /// Compares the counts that are complete only at an owner's end.
  private mutating func end(_ footprint: Footprint, _ place: Place) {
    if let process = owner(footprint, place) {
      same("errors of \(process.name)", process.errors, place.messages)
      same("categories of \(process.name)", process.categories.count, place.categories)
      same("sharers of \(process.name)", process.shared.count, place.shared)
    } else if place.isInSummary {
      same("categories of the summary", footprint.summary?.categories.count, place.categories)
    }
  }

  private mutating func compare(_ process: FootprintProcess?, _ truth: ProcessTruth, _ line: Int) {
    guard let process else { return fail("line \(line), process \(truth.name): not read") }
    same("line \(line), name", process.name, truth.name)
    same("line \(line), pid", process.pid, truth.pid)
    same("line \(line), translated", process.isTranslated, truth.isTranslated)
    same("line \(line), page size", process.pageSize, truth.pageSize)
    same("line \(line), line", process.line, line)
    size("footprint", process.footprint, truth.footprint, line: line)
  }

  private mutating func compare(
    _ footprint: Footprint, _ truth: CategoryTruth, _ line: Int, _ place: inout Place
  ) {
    let process = owner(footprint, place)
    if let sharers = place.sharers {
      guard truth.isTotal else { return }
      place.sharers = nil
      guard place.isInProcess else { return }
      let shared = process?.shared.dropFirst(place.shared).first
      place.shared += 1
      same("line \(line), sharers", shared?.with, sharers)
      compare(shared?.total, truth, line)
    } else if truth.isTotal {
      compare(place.isInSummary ? footprint.summary?.total : process?.total, truth, line)
    } else {
      let categories = place.isInSummary ? footprint.summary?.categories : process?.categories
      compare(categories?.dropFirst(place.categories).first, truth, line)
      place.categories += 1
    }
  }

  private mutating func compare(
    _ category: FootprintCategory?, _ truth: CategoryTruth, _ line: Int
  ) {
    let name = truth.category.name
    guard let category else { return fail("line \(line), category \(name): not read") }
    same("line \(line), category", category.name, name)
    same("line \(line), line", category.line, line)
    same("line \(line), regions", category.regions, truth.category.regions)
    same("line \(line), detail", category.detail, truth.category.detail)
    size("dirty", category.dirty, truth.dirty, line: line)
    size("swapped", category.swapped, truth.swapped, line: line)
    size("clean", category.clean, truth.clean, line: line)
    size("reclaimable", category.reclaimable, truth.reclaimable, line: line)
    size("wired", category.wired, truth.wired, line: line)
  }
}
