internal import Synchronization

/// Files and folders that are removed when this program ends, for any reason.
///
/// This is the one state that the whole program shares: a signal concerns all of it.
public enum TemporaryPaths {
  private static let paths = Mutex<Set<String>>([])

  /// Creates a file or folder that is removed when a signal ends the program.
  ///
  /// - Parameter make: Creates it and returns its path.
  /// - Returns: What `make` returns.
  /// - Throws: What `make` throws.
  public static func create<Value>(
    _ make: () throws(SystemError) -> (Value, path: String)
  ) throws(SystemError) -> (Value, path: String) {
    try paths.withLock { paths throws(SystemError) in
      let made = try make()
      paths.insert(made.path)
      return made
    }
  }

  /// Notes a path that may come to exist below a temporary folder.
  public static func add(_ path: String) {
    _ = paths.withLock { $0.insert(path) }
  }

  /// Forgets paths that were removed, or moved to their place.
  public static func forget(_ gone: [String]) {
    paths.withLock { $0.subtract(gone) }
  }

  /// Does work that a signal does not end halfway; it must not create or forget temporary files.
  public static func uninterrupted<Value, Failure>(
    _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try paths.withLock { _ throws(Failure) in try work() }
  }

  /// Removes all of them; for the end of a program that has not committed its output.
  public static func removeAll() {
    paths.withLock { remove(&$0) }
  }

  /// Removes all of them and ends the program.
  static func removeAll(_ end: () -> Never) -> Never {
    paths.withLock { paths in
      remove(&paths)
      end()
    }
  }

  private static func remove(_ paths: inout Set<String>) {
    // Those in a folder go before it.
    for path in paths.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      FilePath.remove(path)
      Folder.remove(path)
    }
    paths = []
  }
}
