import Testing

@testable import Redaction

/// The replaced and the kept parts of a text.
struct RedactorTests {
  /// Pseudonyms numbered in order of first appearance, as in the program.
  static func numbered(_ text: String, _ secrets: Secrets = known) -> String {
    var numbers = PseudonymNumbers(isKeyed: false)
    let redacted = redactor(secrets).redact(text)
    return numbers.number(Array(redacted.utf8), keepsColumns: false)
      .map { String(decoding: $0, as: UTF8.self) } ?? redacted
  }

  /// Pseudonyms without cryptography: their form does not matter here.
  static func redactor(_ secrets: Secrets = known) -> Redactor {
    var redactor = Redactor(common: CommonWords(of: ["zone", "Wired"])) { kind, token in
      var hash: UInt64 = 14_695_981_039_346_656_037
      for byte in token.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
      let digest = (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * $0)) }
      return PseudonymNumbers.name(kind, digest: digest, isKeyed: false)
    }
    redactor.learn(secrets)
    redactor.learn(givenPath: "/home/bob/cases/alice-mac.tar.gz")
    redactor.learn(givenPath: "/mnt/ACME/x.tar.gz")
    return redactor
  }

  static let known: Secrets = {
    var secrets = Secrets()
    secrets.add(.host, "Janes-MacBook.local")
    secrets.add(.user, "alice")
    secrets.add(.serial, "C02XG0ABCDEF")
    return secrets
  }()

  static let replaced: [(String, String)] = [
    ("/Users/alice", "/Users/user-1"),
    ("/Users/alice is not readable", "/Users/user-1 is not readable"),
    ("/users/Alice/x", "/users/user-1/path-1"),
    ("/System/Volumes/Data/Users/alice/x", "/System/Volumes/Data/Users/user-1/path-1"),
    ("Users/carol/x", "Users/user-1/path-1"),
    ("/home/carol/a and /home/dan/b", "/home/user-1/path-1 /home/user-2/path-2"),
    ("/Users/Shared/Plan/x", "/Users/Shared/path-1"),
    ("/Users/alice/Library/Application Support/a b.dylib  12 KB", "/Users/user-1/path-1  12 KB"),
    ("open(\"/Users/alice/Tax Returns\") failed", "open(\"/Users/user-1/path-1\") failed"),
    ("/Users/alice/Tax, 2023.pdf: 12", "/Users/user-1/path-1: 12"),
    ("(/Users/alice/bin/tool -t -w): Req - 0011", "(/Users/user-1/path-1 -t -w): Req - 0011"),
    ("/Users/alice/x (os/kern) failure", "/Users/user-1/path-1 (os/kern) failure"),
    ("\\/Users\\/alice\\/x", "\\/Users\\/user-1\\/path-1"),
    ("file%3A%2F%2FUsers%2Falice%2Fx", "file%3A%2F%2FUsers%2Fuser-1%2Fpath-1"),
    ("~/Documents/a b/c.txt", "~/path-1"),
    ("~carol/Documents", "~user-1/path-1"),
    ("/private/var/root/x /var/mobile/y", "/private/var/root/path-1 /var/mobile/path-2"),
    ("/home/bob/cases/alice-mac.tar.gz: cut", "/home/user-1/path-1/file-1.tar.gz: cut"),
    ("/mnt/ACME/x.tar.gz is there", "path-1/x.tar.gz is there"),
    ("Janes-MacBook janes-macbook.local Jane’s MacBook", "host-1 host-1 host-1"),
    ("Other-Mac.local", "host-1"),
    (
      "alice AliceSync x_alice com.alice.app alice2",
      "user-1 user-1-Sync x_user-1 com.user-1.app user-1-2"
    ),
    ("\u{1B}[1malice\u{1B}[0m", "\u{1B}[1muser-1\u{1B}[0m"),
    ("c02xg0abcdef", "serial-1"),
    ("jane.doe+x@corp.example.com", "email-1"),
    ("_jane@example.org;", "email-1;"),
    ("a4:83:e7:0:1f:22 A4-83-E7-00-1F-22", "mac-1 mac-1"),
    ("a483.e700.1f22 a483e7001f22 at A45E60C1D2E3", "mac-1 mac-1 at mac-2"),
    ("00:11:22:33:44:55:66:77", "mac-1"),
    ("10.42.17.203:8080 (10.42.17.204)", "ip-1:8080 (ip-2)"),
    ("log-10.42.17.203.txt", "log-ip-1.txt"),
    ("fe80::1c2d:3e4f%en0 2001:0db8:0:0:0:8a2e:370:7334: x", "ip-1%en0 ip-2: x"),
    ("::ffff:10.1.2.3", "ip-1"),
    ("tcp4 192.168.1.5.443 10.42.17.203.52000", "tcp4 ip-1.443 ip-2.52000"),
    ("fe80::1%en0.5353 2001:db8::9.443", "ip-1%en0.5353 ip-2.443"),
    ("from 2001:db8::1. Then fe80::aa:bb.", "from ip-1. Then ip-2."),
    ("dead:beef::cafe", "ip-1"),
    ("jane%40corp.example.com mailto:jane@corp.example.com", "email-1 mailto:email-1"),
    ("5b4a39285ca341d88d87ae0ff414cf1b", "udid-1"),
    ("000081030001A2B3C4D5E6F7", "udid-1"),
    ("Jane_Mac.local", "host-1"),
    ("Janes_MacBook janes%20macbook Jane%E2%80%99s%20MacBook", "host-1 host-1 host-1"),
    ("/Volumes/Acme Backup/Plan/x and y", "/Volumes/volume-1/path-1"),
    ("/Volumes/Acme/Users/alice/x", "/Volumes/volume-1/Users/user-1/path-1"),
    ("/Volumes/Macintosh HD/Users/alice/x", "/Volumes/Macintosh HD/Users/user-1/path-1"),
    ("00008103-001A2B3C4D5E6F70", "udid-1"),
    ("f6c5f6b5fc2a58e4734731b615b16804e00b45b5", "udid-1"),
  ]

  @Test("text that identifies a person or machine gets a pseudonym", arguments: replaced)
  func replaces(_ text: String, _ expected: String) {
    #expect(Self.numbered(text) == expected)
  }

  static let kept = [
    "com.example.x (1.2.3.4) 92ED98F1-1757-3D0F-96EA-D303AF4020D1 <5 4 3>",
    "com.example.driver.Widget(1.0)[92ED98F1-1757-3D0F-96EA-D303AF4020D1]@0xfffffe001ece57d0",
    "kern.osproductversion: 26.3.0.1", "macOS 26.3.0.1 (25D125)", "version 1.2.3.4", "1200.13.1",
    "2632.80.1.0.1", "300.1.2.3", "12:34:56", "2026-03-14 10:42:08.000", "10-20-30-08-00-00",
    "sysdiagnose_2024.03.05_10-20-30-0800_macOS_Mac_25D125", "0xffffff7f80757000",
    "IOGPUMemory::allocate(unsigned long long)", "ace::bad", "::1", "127.0.0.1", "::",
    "xnu-12377.81.4~5/RELEASE_ARM64_T8132", "icon@2x.png", "@zalloc.c:4534", "malice", "alicent",
    "600001234a50 7ff8a1b2c3d4 fffffe001ece 104a4c0f0000", "<5b4a39285ca341d88d87ae0ff414cf1b>",
    "abcdefabcdef", "123456789012", "/Volumes/Macintosh HD/System/Library/x", "/Volumes/Data",
    "com.example.x (1.2.3.4.5)", "macOS 26.3.0.1.2", "1.2.3.4.5.6", "/usr/local/bin",
    "/Library/Application Support/x", "Users", "/Users/", "7fa11ce0", "path-1",
  ]

  @Test("similar but harmless text stays", arguments: kept)
  func keeps(_ text: String) {
    #expect(Self.redactor().redact(text) == text)
  }

  @Test(
    "an account named like a common word is replaced only in paths",
    arguments: ["kernel", "admin", "Mac", "kb", "4K", "zone", "wired", "user", "host"])
  func common(_ name: String) {
    var secrets = Secrets()
    secrets.add(.user, name)
    secrets.add(.host, name)
    let redactor = Self.redactor(secrets)
    let text = "\(name) holds 12 KB, /Users/\(name)/x"
    #expect(redactor.redact(text).hasPrefix("\(name) holds 12 KB, /Users/user-x"))
    #expect(redactor.commonWords == [name.lowercased()])
  }

  @Test(
    "an account of two letters, or that begins with a digit, is replaced where it stands alone",
    arguments: ["ed", "3com", "jo", "7ev"])
  func short(_ name: String) {
    var secrets = Secrets()
    secrets.add(.user, name)
    let text = "\(name) runs \(name)x for \(name), x\(name) 12\(name.prefix(1))"
    #expect(
      Self.numbered(text, secrets)
        == "user-1 runs \(name)x for user-1, x\(name) 12\(name.prefix(1))")
  }

  /// A labelled identifier, and the spellings in which a text may have it.
  static let identifiers: [(SecretKind, String, [String])] = [
    (
      .udid, "5B4A3928-5CA3-41D8-8D87-AE0FF414CF1B",
      ["5b4a39285ca341d88d87ae0ff414cf1b", "5b4a3928-5ca3-41d8-8d87-ae0ff414cf1b"]
    ),
    (
      .udid, "00008103-001A2B3C4D5E6F70",
      ["00008103001a2b3c4d5e6f70", "0x1A2B3C4D5E6F70", "7365887390543728"]
    ),
    (.udid, "0x1A2B3C4D5E6F70", ["001A2B3C4D5E6F70", "7365887390543728"]),
    (.udid, "7365887390543728", ["0x1a2b3c4d5e6f70", "0x001a2b3c4d5e6f70"]),
    (.serial, "35 209900 176148 1", ["352099001761481", "35-209900-176148-1"]),
    (.serial, "352099001761481", ["35 209900 176148 1"]),
    (.serial, "XQWERTYPLK", ["xqwertyplk"]),
    (.mac, "001122334455", ["00:11:22:33:44:55", "0011.2233.4455", "001122334455"]),
    (.person, "Jane Doe", ["jane doe", "Jane_Doe", "Jane%20Doe"]),
    (.volume, "Acme Backup", ["acme-backup"]),
  ]

  @Test("a known identifier is found in each of its spellings", arguments: identifiers)
  func spellings(_ kind: SecretKind, _ known: String, _ spellings: [String]) {
    var secrets = Secrets()
    secrets.add(kind, known)
    for spelling in [known] + spellings {
      #expect(Self.numbered("see \(spelling), \(known)", secrets) == "see \(kind)-1, \(kind)-1")
    }
  }

  @Test(
    "a file name that someone gave is replaced, one that a tool gave is kept",
    arguments: [
      ("cases/Acme-Corp 12.tar.gz", "path-1/file-1.tar.gz: cut"),
      ("Acme.html", "file-1.html: cut"),
      ("sysdiagnose_2026.04.22_03-26-12+0200_macOS_Mac_25D125.tar.gz", nil),
      ("sysdiagnose_2024.03.05_10-20-30-0800_macOS_MacBookPro18-3_23E224.tgz", nil),
      ("panic-full-2026-04-22-031304.0002.ips", nil), ("zprint.txt", nil), ("a.tar.gz", nil),
    ] as [(String, String?)])
  func fileNames(_ path: String, _ expected: String?) {
    var redactor = Self.redactor()
    redactor.learn(givenPath: path)
    let text = "\(path): cut"
    var numbers = PseudonymNumbers(isKeyed: false)
    let bytes = numbers.number(Array(redactor.redact(text).utf8), keepsColumns: false)
    #expect((bytes.map { String(decoding: $0, as: UTF8.self) } ?? text) == expected ?? text)
  }

  @Test("columns stay aligned as far as gaps allow")
  func columns() {
    let line = Array("alice     12 KB  \nC02XG0ABCDEF 7  alice   x  y\nalice  1\n".utf8)
    let redactor = Self.redactor().renaming { $0.hasPrefix("user") ? "user-1" : "serial-1" }
    let text = redactor.redact(line, keepsColumns: true) ?? []
    #expect(
      String(decoding: text, as: UTF8.self)
        == "user-1    12 KB  \nserial-1 7      user-1  x  y\nuser-1  1\n")
  }
}
