internal import GRDB

/// A machine that snapshots are of.
struct MachineRecord: Codable, MutablePersistableRecord {
  static let databaseTableName = "machine"

  /// Its number; nil before it is kept.
  var id: Int64?
  /// By what it is known: model and host name, or what stands for them.
  let key: String
  let model: String?
  let hostName: String?
  let bootSeconds: Int?

  enum CodingKeys: String, CodingKey {
    case id, key, model
    case hostName = "host_name"
    case bootSeconds = "boot_seconds"
  }

  mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }
}
