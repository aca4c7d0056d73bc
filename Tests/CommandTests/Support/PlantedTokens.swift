/// Secrets in the forms that tools print, and the members that say what they are.
enum PlantedTokens {
  /// One secret.
  struct Token: Sendable {
    let name: String
    /// The forms in which texts have it.
    let forms: [String]
    /// Parts of the forms in lower case, which are forbidden in redacted output.
    let marks: [String]
  }

  static let all = [
    Token(
      name: "host",
      forms: [
        "Quillon_MacBook_Pro", "quillon%20macbook%20pro", "QUILLON-MACBOOK-PRO.local",
        "quillon-macbook-pro.corp.example",
      ], marks: ["quillon-", "quillon_", "quillon%", "quillon mac"]),
    Token(name: "two-letter user", forms: ["qx", "/Users/qx/a.txt", "~qx/a", "QX"], marks: ["qx"]),
    Token(
      name: "user with a digit", forms: ["7zorro", "/home/7zorro/x", "7Zorro"], marks: ["zorro"]),
    Token(
      name: "full name",
      forms: ["Wilhelmina Quastenberg", "wilhelmina_quastenberg", "Wilhelmina%20Quastenberg"],
      marks: ["quastenb", "wilhelm"]),
    Token(
      name: "volume", forms: ["/Volumes/Tresor Nord/Plan/x.txt", "Tresor Nord", "tresor-nord"],
      marks: ["tresor", "plan/x"]),
    Token(name: "serial of letters", forms: ["XQWERTZPLK", "xqwertzplk"], marks: ["xqwertz"]),
    Token(
      name: "IMEI", forms: ["352099001761481", "35-209900-176148-1", "35 209900 176148 1"],
      marks: ["176148"]),
    Token(name: "MEID", forms: ["A1000012345F67", "a1000012345f67"], marks: ["a1000012345"]),
    Token(
      name: "ECID", forms: ["0x1A2B3C4D5E6F70", "7365887390543728", "001a2b3c4d5e6f70"],
      marks: ["1a2b3c4d5e", "73658873905"]),
    Token(
      name: "MAC",
      forms: ["a483e75c0f22", "a483.e75c.0f22", "A4-83-E7-5C-0F-22", "A4:83:E7:5C:F:22"],
      marks: ["a483e75c", "a483.e75c", "a4-83", "a4:83"]),
    Token(
      name: "MAC of digits", forms: ["001634512290", "0016.3451.2290", "0:16:34:51:22:90"],
      marks: ["16345122", "3451.2290", "16:34:51"]),
    Token(
      name: "hardware UUID", forms: ["5b4a39285ca341d88d87ae0ff414cf1b"], marks: ["5b4a3928"]),
    Token(
      name: "IP with a port",
      forms: [
        "10.42.17.203.443", "fe80::1c2d:77%en0.5353", "2001:db8:44::7.", "::ffff:10.42.17.9",
      ],
      marks: ["10.42.17", "fe80::1c2d", "2001:db8:44"]),
    Token(
      name: "e-mail", forms: ["zeb.quillon%40corp.example.com"], marks: ["zeb.", "corp.example"]),
    Token(name: "customer", forms: [], marks: ["acmehold"]),
  ]

  /// A sentence for each form, without a label.
  static let sentences = all.flatMap(\.forms).map { "seen \($0) there" }

  static let marks = all.flatMap(\.marks)

  /// Members that state the secrets, as tools print them.
  static let statements = [
    (
      "ioreg/IOService.txt",
      """
      +-o J314sAP  <class IOPlatformExpertDevice>
        |   "IOPlatformSerialNumber" = "XQWERTZPLK"
        |   "IOMACAddress" = <001634512290>
        |   "IOConsoleUsers" = ({"kCGSSessionUserNameKey"="7zorro","kCGSSessionIDKey"=257})

      """
    ),
    (
      "SystemProfiler/SPHardwareDataType.spx",
      """
      <key>user_name</key>
      <string>Wilhelmina Quastenberg (qx)</string>
      <key>local_host_name</key><string>Quillon MacBook Pro</string>
      <key>platform_UUID</key>
      <string>5B4A3928-5CA3-41D8-8D87-AE0FF414CF1B</string>

      """
    ),
    (
      "remotectl_dumpstate.txt",
      """
      Local device
      \tProperties: {
      \t\tUniqueChipID => 7365887390543728
      \t\tIMEI => 35 209900 176148 1
      \t\tMEID => A1000012345F67
      \t}

      """
    ),
    ("mount.txt", "/dev/disk4s1 on /Volumes/Tresor Nord (apfs, local, nodev)\n"),
  ]
}
