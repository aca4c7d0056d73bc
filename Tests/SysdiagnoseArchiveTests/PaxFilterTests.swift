import Testing

@testable import SysdiagnoseArchive

/// The filter removes only the attributes that slow libarchive down.
@Suite struct PaxFilterTests {
  private static func records(_ records: [(String, String)]) -> [UInt8] {
    records.flatMap { TarBuilder.paxRecord($0.0, $0.1) }
  }

  private static func tar(
    _ records: [(String, String)], type: Character = "x", content: [UInt8] = Samples.text(700)
  ) -> [UInt8] {
    var tar = TarBuilder()
    tar.file("top/before", [1])
    let payload = Self.records(records)
    tar.entry("PaxHeader", type: type, size: payload.count)
    tar.body(payload)
    tar.file("top/short", content)
    tar.file("top/after", [2])
    tar.end()
    return tar.bytes
  }

  private func filtered(_ bytes: [UInt8], pieceBytes: Int) -> Drained {
    Drained(PaxFilter(ArrayBlocks(bytes, pieceBytes: pieceBytes)))
  }

  @Test(arguments: [1, 7, 511, 512, 513, 1000, 1 << 17])
  func onlyKeysAreRenamed(_ pieceBytes: Int) {
    let kept = [("path", "top/long"), ("mtime", "12.5"), ("GNU.sparse.name", "x")]
    let dropped = [
      ("SCHILY.acl.access", "user::rwx"), ("SCHILY.xattr.com.apple.quarantine", "a\nb=c"),
      ("LIBARCHIVE.xattr.com.apple.quarantine", "MDA="), ("LIBARCHIVE.creationtime", "1"),
      ("uname", "nobody"), ("RHT.security.selinux", "x"),
    ]
    let renamed = dropped.map { (String(repeating: "-", count: $0.0.utf8.count), $0.1) }
    let expected = Self.tar(kept + renamed + kept)
    let drained = filtered(Self.tar(kept + dropped + kept), pieceBytes: pieceBytes)
    #expect(drained.bytes == expected)
    #expect(drained.fault == nil)
  }

  @Test(
    arguments: [1, 100, 512, 700, 1 << 17], [" ", "0", "9 x=", "12", "5 a=b\n", "1 x\n", "\n"])
  func whatIsNoRecordStaysAsItIs(_ pieceBytes: Int, _ text: String) {
    var tar = TarBuilder()
    tar.entry("PaxHeader", type: "x", size: text.utf8.count)
    tar.body(Array(text.utf8))
    tar.file("top/a", Samples.text(90))
    #expect(filtered(tar.bytes, pieceBytes: pieceBytes).bytes == tar.bytes)
  }

  /// A member's content may look like a header with attributes; it must pass unchanged.
  @Test(arguments: [1, 511, 4096, 1 << 17], [0, 1, 511, 512, 513, 5000])
  func contentIsNeverTouched(_ pieceBytes: Int, _ more: Int) throws {
    let inner = Self.tar([("LIBARCHIVE.xattr.x", "y")]) + Samples.text(more)
    var tar = TarBuilder()
    tar.file("top/inner.tar", inner)
    tar.file("top/short", inner)
    let payload = Self.records([("size", String(inner.count)), ("uname", "x")])
    tar.entry("PaxHeader", type: "x", size: payload.count)
    tar.body(payload)
    tar.entry("top/sized", type: "0", size: 0)
    tar.body(inner)
    tar.end()
    let drained = filtered(tar.bytes, pieceBytes: pieceBytes)
    #expect(drained.bytes.count == tar.bytes.count)
    let reading = try Reading(bytes: tar.bytes)
    #expect(reading.codes == [])
    for name in ["inner.tar", "short", "sized"] { #expect(reading.bytes("top/" + name) == inner) }
  }

  @Test(arguments: [0, 1, 100, 511, 512, 600, 1024, 1100, 1536, 2000])
  func aTarThatIsCutComesOutCut(_ count: Int) {
    let whole = Self.tar([("path", "top/long"), ("mtime", "3")])
    for pieceBytes in [1, 512, 600, 1 << 17] {
      let drained = filtered(Array(whole.prefix(count)), pieceBytes: pieceBytes)
      #expect(drained.bytes == Array(whole.prefix(count)))
    }
  }

  /// The most access control entries that a header can hold; libarchive alone takes 40 seconds.
  @Test(arguments: ["SCHILY.acl.access", "SCHILY.acl.ace", "SCHILY.acl.default"] as [String])
  func aListOfAccessRightsTakesNoTime(_ key: String) throws {
    let entries = (0..<45_000).map { "user:u\($0):rwx:\($0)" }.joined(separator: ",")
    let bytes = Gzip.file(Self.tar([(key, String(entries.prefix(1_000_000)))]))
    let clock = ContinuousClock()
    var reading: Reading?
    let time = try clock.measure { reading = try Reading(bytes: bytes) }
    #expect(reading?.scan.outcome == .complete)
    #expect(reading?.codes == [])
    #expect(reading?.members.count == 3)
    #expect(time < .seconds(5))
  }

  @Test(arguments: ["x", "g", "L", "K", "A"] as [Character])
  func aHeaderOverTheLimitIsRefused(_ type: Character) throws {
    var tar = TarBuilder()
    tar.file("top/a", [1])
    tar.entry("PaxHeader", type: type, size: PaxFilter.mostBytes + 1)
    tar.body([UInt8](repeating: 0x31, count: PaxFilter.mostBytes + 1))
    tar.file("top/b", [1])
    tar.end()
    let reading = try Reading(bytes: Gzip.file(tar.bytes))
    #expect(reading.members.map(\.path) == ["top/a"])
    #expect(reading.codes == [.tarHeader])
    #expect(reading.scan.outcome == .corrupt)
  }
}
