/// How often a rule found something in a fleet, on machines of one model and build.
public struct FleetFinding: Sendable, Hashable {
  /// The rule's id.
  public let id: String
  /// The severity.
  public let severity: Severity
  /// The machines' model; nil when unknown.
  public let model: String?
  /// Their OS build; nil when unknown.
  public let build: String?
  /// The number of machines whose latest snapshot has the finding.
  public let machines: Int
  /// The number of machines of this model and build.
  public let ofMachines: Int
  /// The path of one such archive, the first by name.
  public let archivePath: String

  /// Creates a count.
  public init(
    id: String, severity: Severity, model: String?, build: String?, machines: Int,
    ofMachines: Int, archivePath: String
  ) {
    self.id = id
    self.severity = severity
    self.model = model
    self.build = build
    self.machines = machines
    self.ofMachines = ofMachines
    self.archivePath = archivePath
  }
}
