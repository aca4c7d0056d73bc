/// The labels that Apple's tools print before a secret.
enum LabelNames {
  /// A label in lower case, without what joins its words.
  struct Label: Sendable {
    let letters: [UInt8]
    let meaning: SecretLabel.Meaning
  }

  /// Labels by first letter, to skip most words at once; longer labels first.
  static let byFirstLetter: [UInt8: [Label]] = {
    let all = listed.flatMap { meaning, words in
      words.split(whereSeparator: \.isWhitespace).map {
        Label(letters: Array($0.utf8), meaning: meaning)
      }
    }
    return Dictionary(grouping: all) { $0.letters.first ?? 0 }
      .mapValues { $0.sorted { $0.letters.count > $1.letters.count } }
  }()

  /// Labels that are words of other texts, too: they need a colon or an equals sign.
  static let common: Set<[UInt8]> = Set(
    ["serial", "mac", "ether", "eid", "mlb", "bssid", "imsi"].map { Array($0.utf8) })

  // ioreg, SystemProfiler, remotectl, scutil, sysctl, crash reports and the log of sysdiagnose.
  private static let listed: [(SecretLabel.Meaning, String)] = [
    (.host, "hostname computername localhostname devicename nodename netbiosname userassignedname"),
    (
      .user,
      """
      username user logname loginname sudouser consoleuser shortname accountname shortusername
      kcgssessionusername kcgsessionusername
      """
    ),
    (
      .person,
      """
      fullname realname fullusername nsfullusername longname longusername registeredowner
      ownername kcgssessionlongusername kcgsessionlongusername
      """
    ),
    (.volume, "volumename volname volumelabel"),
    (
      .serial,
      """
      serialnumber serialno serialnum serial ioplatformserialnumber mlbserialnumber mlb
      mainlogicboardserialnumber
      """
    ),
    (.digits, "imei meid iccid imsi phonenumber eid"),
    (
      .device,
      """
      hardwareuuid ioplatformuuid platformuuid provisioningudid udid uniquedeviceid
      crashreporterkey anonymousuuid bootsessionuuid deviceuuid
      """
    ),
    (.chip, "uniquechipid ecid"),
    (
      .mac,
      """
      macaddress mac ethernetaddress ethernetmacaddress wifiaddress wifimacaddress
      bluetoothaddress bluetoothmacaddress iomacaddress localmacaddress ether lladdr hwaddr bssid
      airportaddress bdaddr
      """
    ),
  ]
}
