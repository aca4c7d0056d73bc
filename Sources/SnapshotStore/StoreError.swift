internal import GRDB

/// Why a store cannot be used, with its path.
public struct StoreError: Error, Sendable, Equatable, Codable, CustomStringConvertible {
  /// What is wrong.
  public let code: Code
  /// The store's path.
  public let path: String
  /// More words, from SQLite or the system; nil when the code says all.
  public let reason: String?

  /// What is wrong with a store.
  public enum Code: String, Sendable, Codable {
    /// There is no such file.
    case missing
    /// The file is something else.
    case notAStore
    /// It was written by a newer version of this program.
    case newer
    /// It was written by an older version, and may not be written to be brought up to date.
    case older
    /// Another program keeps it locked.
    case locked
    /// It may not be written to.
    case readOnly
    /// The disk or the store is full.
    case full
    /// It is damaged.
    case damaged
    /// It holds texts that were not redacted.
    case notRedacted
    /// It holds redacted texts, and others may not be mixed with them.
    case redacted
    /// Its pseudonyms were made with another key.
    case otherKey
    /// Anything else.
    case failed
  }

  init(_ code: Code, _ path: String, _ reason: String? = nil) {
    self.code = code
    self.path = path
    self.reason = reason
  }

  /// One sentence that says what is wrong, and with which store.
  public var description: String {
    let words =
      switch code {
      case .missing: "there is no such store; batch --store makes one"
      case .notAStore: "is not a store of snapshots"
      case .newer: "is a store of a newer version of sysbalance"
      case .older: "is a store of an older version, and cannot be written to be brought up to date"
      case .locked: "the store is locked by another program"
      case .readOnly: "the store may not be written to"
      case .full: "the store cannot grow: the disk is full, or the file may not be larger"
      case .damaged: "the store is damaged"
      case .notRedacted:
        "the store was not redacted; batch --redact --store makes a redacted one from the archives"
      case .redacted:
        "the store is redacted; add to it with --redact-key and the key it was made with"
      case .otherKey:
        "the pseudonyms of this store were made with another key; give that with --redact-key, or a "
          + "new store"
      case .failed: "the store cannot be used"
      }
    return "\(path): \(words)" + (reason.map { " (\($0))" } ?? "")
  }
}

extension StoreError {
  /// What SQLite had to say, in the words of this program.
  init(_ error: any Error, _ path: String) {
    if let error = error as? StoreError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(.failed, path, "\(error)")
      return
    }
    let code: Code =
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
      case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
      // SQLite has no word of its own for a file that may not grow any further (EFBIG).
      case .SQLITE_FULL: .full
      case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_WRITE: .full
      case .SQLITE_CORRUPT: .damaged
      case .SQLITE_NOTADB: .notAStore
      default: .failed
      }
    self.init(code, path, code == .failed || code == .damaged ? error.message : nil)
  }
}
