import Testing

@testable import Redaction

/// The names that a survey finds by their context.
struct SecretGathererTests {
  static func secrets(_ lines: [String], _ source: SecretGatherer.Source = .text) -> Secrets {
    var gatherer = SecretGatherer(source)
    for line in lines {
      gatherer.read(ScannedText(EscapedLetters.decoded(Array(line.utf8))))
    }
    return gatherer.secrets
  }

  @Test("names are collected by their context in a text")
  func gathers() {
    let secrets = Self.secrets([
      "kern.hostname: Janes-MacBook.local", "      Computer Name: Jane’s MacBook",
      "  Serial Number (system): C02XG0ABCDEF", "\"IOPlatformSerialNumber\" = \"C02XG0ABCDEG\"",
      "Hardware UUID: 92ED98F1-1757-3D0F-96EA-D303AF4020D1",
      "  \"crashReporterKey\" : \"ab12cd34ef\",",
      "build 25D125, model Mac16,1, user erin", "/Users/alice/x", "USER=carol-x", "",
      "PID    COMMAND  STATE    USER    MEM", "1      launchd  sleeping root    12M",
      "402    Dock     sleeping frank   12M", "403    x        sleeping 4you    12M",
      "404    x        sleeping 501     12M", "", "41     x        sleeping nowhere 12M",
      "  191    0 0xffffff com.example.driver (10.1.2.3) 92ED98F1 <5>", "user: 12",
      "user = process", "serial#QQ11WWEERR", "Serial Number: unavailable",
      "/dev/disk4 on /Volumes/Acme (2) (apfs)",
    ])
    #expect(secrets[.host] == ["Janes-MacBook.local", "Jane’s MacBook"])
    #expect(secrets[.person] == ["Jane"])
    #expect(secrets[.user] == ["alice", "carol-x", "erin", "frank", "root", "process", "4you"])
    #expect(secrets[.serial] == ["C02XG0ABCDEF", "C02XG0ABCDEG", "QQ11WWEERR"])
    #expect(secrets[.udid] == ["92ED98F1-1757-3D0F-96EA-D303AF4020D1", "ab12cd34ef"])
    #expect(secrets[.volume] == ["Acme"])
    #expect(secrets.versions == ["10.1.2.3"])
  }

  /// The spellings of a label, with `LABEL` in the words of a kind.
  static let labels: [(SecretKind, [String], String)] = [
    (
      .serial,
      [
        "Serial Number", "serial-number", "SERIAL_NUMBER", "serialnumber", "SerialNumber",
        "IOPlatformSerialNumber", "kMGQSerialNumber", "MLB Serial Number", "USB Serial Number",
        "kUSBSerialNumberString", "device_serial_num", "Serial No.",
      ], "XQWERTYPLK"
    ),
    (.serial, ["IMEI", "imei", "Imei 2", "IMEI2", "kCTIMEI", "MEID", "ICCID"], "352099001761481"),
    (
      .udid, ["ECID", "ecid", "UniqueChipID", "unique-chip-id", "kMGUniqueChipID"], "0x1A2B3C4D5E6F"
    ),
    (
      .udid,
      [
        "Hardware UUID", "IOPlatformUUID", "platform_UUID", "UDID", "UniqueDeviceID",
        "unique device id",
      ],
      "5B4A39285CA341D88D87AE0FF414CF1B"
    ),
    (.mac, ["MAC Address", "mac", "EthernetMacAddress", "ether", "Wi-Fi address"], "001122334455"),
    (.host, ["hostname", "Host Name", "LocalHostName", "ComputerName"], "Acme_Mac 7"),
    (.person, ["RealName", "full name", "kCGSSessionLongUserNameKey"], "Jane Doe"),
    (.volume, ["Volume Name", "volume_name"], "Acme Backup"),
    (.user, ["user name", "USERNAME", "kCGSSessionUserNameKey", "console user"], "7jo"),
  ]

  static let joints = [
    "LABEL: VALUE", "\"LABEL\" = \"VALUE\"", "LABEL=VALUE", "LABEL => VALUE", "LABEL -> VALUE",
    "\"LABEL\":\"VALUE\"", "<key>LABEL</key><string>VALUE</string>", "LABEL (system):  VALUE",
    "  | \"LABEL\" = <\"VALUE\">", "<key>LABEL</key>\n\t<string>VALUE</string>", "LABEL=\"VALUE\"",
  ]

  @Test("a label is known in every spelling and with every joint", arguments: labels)
  func label(_ kind: SecretKind, _ labels: [String], _ value: String) {
    for label in labels {
      for joint in Self.joints where !joint.contains("<\"") || kind == .serial || kind == .udid {
        let text = joint.replacing("LABEL", with: label).replacing("VALUE", with: value)
        let found = Self.secrets(text.split(separator: "\n").map(String.init))[kind]
        #expect(found == [value], "\(text)")
      }
    }
  }

  @Test("a registry's bytes are numbers and letters; its names of devices are products")
  func registry() {
    let secrets = Self.secrets(
      [
        "  | \"serial-number\" = <433032584730414243444546000000>",
        "  | \"local-mac-address\" = <a45e60c1d2e3>",
        "  | \"unique-chip-id\" = <706f5e4d3c2b1a00>",
        "  | \"device name\" = \"Keyboard\"",
        "\"IOConsoleUsers\" = ({\"kCGSSessionUserNameKey\"=\"jane\","
          + "\"kCGSSessionLongUserNameKey\"=\"Jane Doe\"})",
      ], .registry)
    #expect(secrets[.serial] == ["C02XG0ABCDEF", "433032584730414243444546000000"])
    #expect(secrets[.mac] == ["a45e60c1d2e3"])
    #expect(secrets[.udid] == ["7365887390543728", "706f5e4d3c2b1a00"])
    #expect(secrets[.host].isEmpty)
    #expect(secrets[.user] == ["jane"])
    #expect(secrets[.person] == ["Jane Doe"])
  }

  @Test("a description of the machine states its UUID and the user with both names")
  func machine() {
    let secrets = Self.secrets(
      [
        "\tUUID: 5B4A3928-5CA3-41D8-8D87-AE0FF414CF1B", "\t\tSerialNumber => C02XG0ABCDEF",
        "      User Name: Jane Doe (jane)", "Computer Name: M\\u00fcller\\u2019s Mac",
      ], .machine)
    #expect(secrets[.udid] == ["5B4A3928-5CA3-41D8-8D87-AE0FF414CF1B"])
    #expect(secrets[.serial] == ["C02XG0ABCDEF"])
    #expect(secrets[.user] == ["jane"])
    #expect(secrets[.person] == ["Jane Doe", "Müller"])
    #expect(secrets[.host] == ["Müller’s Mac"])
    #expect(Self.secrets(["UUID: 5B4A3928-5CA3-41D8-8D87-AE0FF414CF1B"])[.udid].isEmpty)
  }

  @Test("what counts or names something else is no secret")
  func harmless() {
    let secrets = Self.secrets([
      "serial port: 3", "com.apple.serial (6.0.0) C02XG0ABCDEF", "user 12 KB", "ether: 1000baseT",
      "mac os: 26.3", "serial=3",
      "Serial Number: Not Available", "ECID: 0", "imei: 1", "Hostname lookup failed", "udid",
      "uuid: 5B4A3928-5CA3-41D8-8D87-AE0FF414CF1B", "/Volumes/Macintosh HD/x",
    ])
    #expect(secrets == Secrets())
  }

  @Test("names beyond the limit are not kept, and it is known")
  func limit() {
    var gatherer = SecretGatherer()
    for number in 0...Secrets.maximum {
      gatherer.read(ScannedText("kern.hostname: unusual-\(number)"))
    }
    #expect(gatherer.secrets.isOverfull)
    #expect(gatherer.secrets[.host].count == Secrets.maximum)
  }
}
