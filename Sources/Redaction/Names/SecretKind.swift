/// A kind of text that identifies a person or a single machine.
///
/// The raw values are the first words of pseudonyms: `host-1`, `path-14`.
public enum SecretKind: String, Sendable, CaseIterable {
  /// A machine's name.
  case host
  /// The short name of a person's account.
  case user
  /// A person's full name.
  case person
  /// The part of a path below a home folder, or the folder of an archive on the reader's machine.
  case path
  /// The name that someone gave to an archive or its folder.
  case file
  /// The name that someone gave to a volume.
  case volume
  /// A serial number with a label, or the number of a telephone or its card.
  case serial
  /// A device identifier: a UDID, a chip's number, or a hardware UUID with a label.
  case udid
  /// An address of a network interface.
  case mac
  /// An IPv4 or IPv6 address.
  case ip
  /// An e-mail address.
  case email

  /// `1 host name`, `14 paths`.
  public func counted(_ count: Int) -> String {
    let (one, many): (String, String) =
      switch self {
      case .host: ("host name", "host names")
      case .user: ("user name", "user names")
      case .person: ("full name", "full names")
      case .path: ("path", "paths")
      case .file: ("file name", "file names")
      case .volume: ("volume name", "volume names")
      case .serial: ("serial number", "serial numbers")
      case .udid: ("device identifier", "device identifiers")
      case .mac: ("MAC address", "MAC addresses")
      case .ip: ("IP address", "IP addresses")
      case .email: ("e-mail address", "e-mail addresses")
      }
    return "\(count) \(count == 1 ? one : many)"
  }
}
