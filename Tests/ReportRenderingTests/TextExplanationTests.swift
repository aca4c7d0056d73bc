import AllocationBalance
import MemoryAnalysis
import Testing

@testable import ReportRendering

/// What `explain` prints.
@Suite struct TextExplanationTests {
  static func text(_ name: String) throws -> String {
    let match = try #require(Self.match(name))
    return TextRenderer(RenderingOptions(width: 80))
      .render(Explanation(match, of: name).document)
  }

  static func match(_ name: String) -> NameMatch? {
    guard case .found(let match) = NameDictionary.standard.answer(for: name) else { return nil }
    return match
  }

  @Test func `a tag's page`() throws {
    let text = try Self.text("VM_KERN_MEMORY_PTE")
    #expect(text.hasPrefix("VM_KERN_MEMORY_PTE: tag 11, pmap, since 10.11\n\n  page tables of "))
    #expect(text.contains("jellyfin/jellyfin#17640"))
    #expect(text.contains("  sources       xnu osfmk/mach/vm_statistics.h\n"))
  }

  @Test func `an alias says what it is a name of`() throws {
    let text = try Self.text("data_shared.kalloc.1024")
    #expect(text.hasPrefix("data.kalloc.N: zones, kalloc, since 11\n"))
    #expect(text.contains("data_shared.kalloc.1024: one of this kind"))
    #expect(text.contains("anthropics/claude-code#66020"))
  }

  @Test(arguments: NameDictionary.standard.entries.map(\.name))
  func `a page keeps to the window`(_ name: String) throws {
    let lines = try Self.text(name).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.dropFirst(2).allSatisfy { $0.count <= 80 })
    #expect(lines.allSatisfy { $0.last != " " })
  }

  @Test func `a name from a stranger cannot drive the terminal`() throws {
    let match = try #require(Self.match("com.example\u{1B}[31m"))
    let text = TextRenderer(RenderingOptions())
      .render(Explanation(match, of: "com.example\u{1B}[31m").document)
    #expect(!text.contains("\u{1B}"))
  }

  @Test func `the JSON names the entry and how it was found`() throws {
    let match = try #require(Self.match("PTE"))
    let json = try JSONRenderer.document(Explanation(match, of: "PTE"))
    #expect(json.contains("\"foundBy\" : \"alias\""))
    #expect(json.contains("\"name\" : \"VM_KERN_MEMORY_PTE\""))
  }
}
