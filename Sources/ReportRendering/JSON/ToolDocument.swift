/// The program that writes reports.
public enum Tool {
  /// Its name.
  public static let name = "sysbalance"
  /// Its version.
  public static let version = "0.1.0"
}

/// Which program wrote an object.
struct ToolDocument: Encodable {
  let name = Tool.name
  let version = Tool.version
}
