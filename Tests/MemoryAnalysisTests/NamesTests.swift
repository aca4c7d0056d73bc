import MemorySections
import Testing

@testable import AllocationBalance
@testable import MemoryAnalysis
@testable import TestSupport

/// The names and rules in the data.
struct NamesTests {
  @Test(
    "a zone's family is its name without the alias of its heap",
    arguments: [
      ("data.kalloc.1024", "data.kalloc.1024"),
      ("data_shared.kalloc.1024", "data.kalloc.1024"),
      ("data_shakalloc.1024", "data.kalloc.1024"),
      ("shared.kalloc.16", "kalloc.16"),
      ("default.kalloc.1024", "kalloc.1024"),
      ("early.kalloc.48", "kalloc.48"),
      ("kext.kalloc.48", "kalloc.48"),
      ("kalloc.1024", "kalloc.1024"),
      ("kalloc.type0.64", "kalloc.type0.64"),
      ("vm.objects", "vm.objects"),
      // An alias counts only at the beginning.
      ("my.default.kalloc.16", "my.default.kalloc.16"),
      ("", ""),
    ])
  func family(_ name: String, _ family: String) throws {
    #expect(NameDictionary.standard.family(of: name) == family)
    guard !name.isEmpty else { return }
    let snapshot = HandMade().with(ZprintText(zones: [(name, 1)])).report.snapshot
    #expect(try #require(snapshot.zprint?.zones.first).family == family)
  }

  @Test("a family has no alias of its own")
  func familiesAreFinal() {
    for alias in NameDictionary.standard.families {
      #expect(NameDictionary.standard.family(of: alias.family + "16") == alias.family + "16")
      #expect(!alias.prefix.isEmpty)
    }
  }

  @Test("the resources are well-formed and not empty")
  func resources() {
    #expect(NameDictionary.standard.families.count >= 7)
    #expect(Reconciliation.rules.count >= 3)
  }

  /// The tags in xnu's osfmk/mach/vm_statistics.h that zprint prints, through macOS 15.4.
  ///
  /// ZONE is hidden; its row is `zones`.
  static let tags = [
    "OSFMK", "BSD", "IOKIT", "LIBKERN", "OSKEXT", "KEXT", "IPC", "STACK", "CPU", "PMAP", "PTE",
    "KALLOC", "COMPRESSOR", "COMPRESSED_DATA", "PHANTOM_CACHE", "WAITQ", "DIAG", "LOG", "FILE",
    "MBUF", "UBC", "SECURITY", "MLOCK", "REASON", "SKYWALK", "LTABLE", "HV", "KALLOC_DATA",
    "RETIRED", "KALLOC_TYPE", "TRIAGE", "RECOUNT", "EXCLAVES", "EXCLAVES_SHARED", "KALLOC_SHARED",
  ]

  @Test("every tag that zprint prints has a meaning", arguments: tags)
  func tag(_ name: String) {
    #expect(WiredTagNames.meaning(of: "VM_KERN_MEMORY_\(name)") != nil)
  }

  @Test(
    "a name outside the dictionary has no meaning",
    arguments: [
      "VM_KERN_MEMORY_99", "com.example.driver.Widget", "",
    ])
  func unknown(_ name: String) {
    #expect(WiredTagNames.meaning(of: name) == nil)
  }
}
