import Testing

@testable import SysdiagnoseArchive

@Suite struct ArchiveErrorTests {
  @Test(
    arguments: [
      (.unreadable, "a.tgz: cannot be read (why)"),
      (.notAnArchive, "a.tgz: is not a tar archive (why)"),
      (.empty, "a.tgz: is empty (why)"),
      (
        .unsupported,
        "a.tgz: is not a regular file, a folder or a pipe with data; use - for standard input (why)"
      ),
      (.truncated, "a.tgz: ends before its first member (why)"),
      (.corrupt, "a.tgz: is damaged before its first member (why)"),
      (.libarchive, "a.tgz: libarchive could not be set up (why)"),
      (.writeFailed, "a.tgz: cannot be written (why)"),
      (.sourceChanged, "a.tgz: became shorter while it was being packed (why)"),
      (
        .tooManyNames,
        "a.tgz: has more names of people and machines than redaction can replace (why)"
      ),
    ] as [(ArchiveError.Code, String)])
  func eachCodeHasItsSentence(_ code: ArchiveError.Code, _ sentence: String) {
    #expect(ArchiveError(code, archive: "a.tgz", detail: "why").description == sentence)
  }

  @Test func theMemberIsNamed() {
    let error = ArchiveError(.writeFailed, archive: "a.tgz", member: "b")
    #expect(error.description == "a.tgz, member b: cannot be written")
  }
}
