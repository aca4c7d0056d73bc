import Testing

@testable import SysdiagnoseArchive

@Test func placeholder() throws {
  #expect(ArchiveLimits.standard.nameBytes == 4096)
}
