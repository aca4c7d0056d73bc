import Foundation
import Synchronization
import SysdiagnoseIngest
import Testing

@testable import TestSupport

/// A batch as a program uses it.
struct BatchRunTests {
  /// Archives, and files that are not archives.
  static func inputs() -> [String] {
    var finder = ArchiveFinder()
    finder.search(TestArchive.folder)
    return finder.archives + [Project.root + "/Package.swift"]
  }

  @Test("results arrive in archive order, for any number of parallel jobs")
  func order() throws {
    let inputs = Self.inputs()
    let paths = Mutex<[String]>([])
    let progress = Mutex<[BatchProgress]>([])
    let left = Batch(inputs, jobs: 4).run { report, _ in
      report.snapshot.archive.path
    } deliver: { item, done in
      guard case .read(let path, let outcome, _) = item else { return }
      #expect(path == outcome.path)
      paths.withLock { $0.append(path) }
      progress.withLock { $0.append(done) }
    }
    #expect(left.isEmpty)
    #expect(paths.withLock { $0 } == inputs)
    let steps = progress.withLock { $0 }
    #expect(steps.map(\.done) == Array(1...inputs.count))
    #expect(steps.last?.doneBytes == steps.last?.bytes)
  }

  @Test("an unreadable archive is a result and does not end the batch")
  func failure() throws {
    let path = Project.root + "/Package.swift"
    let errors = Mutex<[[String]]>([])
    _ = Batch([path, TestArchive(name: "osx-10.8-seed").path]).run { _, _ in
      0
    } deliver: { item, _ in
      guard case .read(_, let outcome, _) = item else { return }
      errors.withLock { $0.append(outcome.errors) }
    }
    let found = errors.withLock { $0 }
    #expect(found.map(\.count) == [1, 0])
    #expect(found.first?.first?.hasPrefix("\(path): is not a tar archive") == true)
  }

  @Test("a stopped batch returns the archives that it did not start")
  func stops() throws {
    let inputs = Self.inputs()
    let count = Mutex(0)
    let left = Batch(inputs).run(while: { count.withLock { $0 } < 3 }) { _, _ in
      0
    } deliver: {
      _, _ in
      count.withLock { $0 += 1 }
    }
    #expect(left == Array(inputs.dropFirst(3)))
  }

  @Test("a finder lists the files that it skipped")
  func finder() throws {
    let scratch = try Scratch()
    for name in ["a.tar.gz", "IN_PROGRESS_b.tar.gz", "c.txt"] {
      try Data().write(to: URL(fileURLWithPath: scratch(name)))
    }
    var finder = ArchiveFinder()
    finder.search(scratch.path)
    finder.search(scratch("none"))
    #expect(finder.archives == [scratch("a.tar.gz")])
    #expect(finder.unfinished == [scratch("IN_PROGRESS_b.tar.gz")])
    #expect(finder.others == [scratch("c.txt")])
    #expect(finder.failures.map(\.path) == [scratch("none")])
  }
}
