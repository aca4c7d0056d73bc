internal import Platform
internal import SnapshotStore

extension FileState {
  /// Reads a file's absolute path, size and modification time: enough to detect a change.
  ///
  /// A folder gives only its path: its time does not change with the files below it.
  init(at path: String) {
    let absolute = Self.absolutePath(path)
    if let status = try? FileStatus(of: path), status.kind == .file {
      self.init(
        path: absolute, size: status.size, modifiedNanoseconds: status.modifiedNanoseconds)
    } else {
      self.init(path: absolute)
    }
  }

  /// The size of a file in bytes; nil for a folder, and for what cannot be read.
  static func size(at path: String) -> Int? {
    guard let status = try? FileStatus(of: path), status.kind == .file else { return nil }
    return status.size
  }

  /// Whether the file at a path has the same size and modification time as before.
  func isStill(at path: String) -> Bool {
    let status = (try? FileStatus(of: path)).flatMap { $0.kind == .file ? $0 : nil }
    return status?.size == size && status?.modifiedNanoseconds == modifiedNanoseconds
  }

  /// The absolute path with links resolved, or the best guess for a missing file.
  private static func absolutePath(_ path: String) -> String {
    if let resolved = try? FilePath.resolved(path) { return resolved }
    guard !path.hasPrefix("/"), let folder = try? FilePath.resolved(".") else { return path }
    return folder + "/" + path
  }
}
