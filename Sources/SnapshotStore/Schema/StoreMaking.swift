internal import GRDB
internal import Platform

/// Makes new stores.
enum StoreMaking {
  /// Makes a store of the current version at a path where nothing is.
  ///
  /// It is made under another name and appears whole, so that of two programs that do so at once
  /// one wins and the other uses its store.
  ///
  /// - Parameters:
  ///   - path: where the store appears.
  ///   - connection: opens it.
  ///   - redaction: marks the store as redacted; nil for one that keeps texts as they are.
  /// - Throws: `StoreError` when it cannot be made.
  static func make(
    _ path: String, _ connection: StoreConnection, _ redaction: StoreRedaction?
  ) throws(StoreError) {
    let temporary: String
    do throws(SystemError) {
      temporary = try TemporaryPaths.create { () throws(SystemError) in
        ((), path: try OpenFile.temporary(beside: path).path)
      }.path
    } catch {
      throw StoreError(.failed, path, "it cannot be made: \(error)")
    }
    do {
      let queue = try connection.empty(temporary)
      try StoreMigration.migrator.migrate(queue)
      if let redaction { try queue.write(redaction.mark) }
      try queue.close()
    } catch {
      StoreFile.discard(temporary)
      throw StoreError(error, path)
    }
    defer { StoreFile.discard(temporary) }
    do throws(SystemError) {
      // A second name, since a rename would replace what another program has put there meanwhile.
      try FilePath.link(temporary, as: path)
    } catch {
      guard StoreFile.kind(path) == .store else {
        throw StoreError(.failed, path, "it cannot be made: \(error)")
      }
    }
  }
}
