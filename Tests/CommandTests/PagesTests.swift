import Foundation
import Testing

@testable import TestSupport

/// `--format html` and `--format markdown` as commands write them.
struct PagesTests {
  private static let leak = "\(TestArchive.folder)/macos-26-zone-leak.tar.gz"
  private static let seed = "\(TestArchive.folder)/osx-10.8-seed.tar.gz"

  @Test("several archives are one page")
  func several() async throws {
    let scratch = try Scratch()
    let page = scratch("report.html")
    let run = try await Program.run([
      "report", Self.leak, Self.seed, "--format", "html", "-o", page,
    ])
    #expect(run.status == 0, "\(run.errors)")
    let text = try scratch.text("report.html")
    for tag in ["<!DOCTYPE html>", "<html ", "</html>", "<script>", "Content-Security-Policy"] {
      #expect(text.split(separator: tag, omittingEmptySubsequences: false).count == 2, "\(tag)")
    }
    #expect(text.split(separator: "<article ").count == 3)
    #expect(text.contains("data.kalloc.1024"))
    #expect(text.contains("MacBookPro10,2"))
  }

  @Test("nothing to report makes no page")
  func nothing() async throws {
    let scratch = try Scratch()
    let archive = "\(TestArchive.folder)/no-memory-section.tar.gz"
    let run = try await Program.run(
      ["report", archive, "--format", "html", "-o", scratch("report.html")])
    #expect(run.status == 1)
    #expect(try scratch.names() == [])
  }

  @Test("every command with a result has both formats", arguments: ["html", "markdown"])
  func formats(_ format: String) async throws {
    for (arguments, word) in [
      (["compare", Self.leak, Self.leak], "is the same"),
      (["list", Self.leak], "zprint.txt"),
      (["trend", "\(TestArchive.folder)/series-leak"], "LEAK"),
      (["explain", "data.kalloc.1024"], "kalloc"),
      (["rules", "list"], "zone-leak"),
    ] {
      let run = try await Program.run(arguments + ["--format", format])
      #expect(run.status == 0, "\(arguments) \(run.errors)")
      #expect(run.output.contains(word), "\(arguments)")
      #expect(run.output.hasPrefix("<!DOCTYPE html>") == (format == "html"))
    }
  }

  @Test("a ticket has at most 25 lines")
  func brief() async throws {
    let run = try await Program.run(["report", Self.leak, "--format", "markdown", "--brief"])
    #expect(run.output.hasPrefix("**CRITICAL: zone data.kalloc.1024"))
    #expect(run.output.split(separator: "\n", omittingEmptySubsequences: false).count <= 26)
    let refused = try await Program.run(["report", Self.leak, "--format", "html", "--brief"])
    #expect(refused.status == 2)
  }

  @Test("a fleet's folder links to a page of each outlier, and each page back")
  func fleet() async throws {
    let scratch = try Scratch()
    let fleet = try await FleetStore(
      (0..<12).map { FleetArchive(machine: $0, day: 10, leaks: $0 < 4) })
    let store = fleet.store
    let run = try await Program.run(["fleet", store, "--format", "html", "-o", scratch("site")])
    #expect(run.status == 0, "\(run.errors)")
    let names = try scratch.names(in: "site")
    #expect(names.count == 5)
    #expect(names.first == "index.html")
    let index = try scratch.text("site/index.html")
    for name in names.dropFirst() {
      #expect(index.contains("href=\"\(name)\""))
      let page = try scratch.text("site/\(name)")
      #expect(page.contains("href=\"index.html\""))
      #expect(page.contains("data.kalloc.1024"))
    }
    let again = try await Program.run(["fleet", store, "--format", "html", "-o", scratch("site")])
    #expect(again.status == 1)
    #expect(again.errors.contains("--force"))
    let one = try await Program.run(["fleet", store, "--format", "html", "-o", scratch("one.html")])
    #expect(one.status == 0)
    #expect(!(try scratch.text("one.html")).contains("snapshot-"))
  }
}
