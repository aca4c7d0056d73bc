/// Files that appear in a folder all together or not at all.
public final class ReplacedFolder {
  private let path: String
  private let mayReplace: Bool
  private let staging: StagingFolder
  private var names: [String] = []

  /// Starts a folder; nothing appears at `path` before ``commit()``.
  ///
  /// - Parameters:
  ///   - path: the folder, which is made where it does not exist.
  ///   - mayReplace: whether files of the same names are replaced.
  /// - Throws: `FileError` when nothing can be written beside `path`.
  public init(_ path: String, mayReplace: Bool) throws(FileError) {
    self.path = path
    self.mayReplace = mayReplace
    staging = try StagingFolder(beside: path)
  }

  /// Writes a file of the folder.
  ///
  /// - Parameters:
  ///   - bytes: its content.
  ///   - name: its name, which this program makes; never one from an archive.
  /// - Throws: `FileError` when it cannot be written.
  public func write(_ bytes: [UInt8], to name: String) throws(FileError) {
    let file = try ReplacedFile(staging.path(of: name), mayReplace: false)
    try bytes.withUnsafeBufferPointer { buffer throws(FileError) in
      try file.write(UnsafeRawBufferPointer(buffer))
    }
    try file.commit()
    names.append(name)
  }

  /// Moves the files into place.
  ///
  /// - Throws: `FileError` when one exists and may not be replaced, or the folder cannot be written.
  public func commit() throws(FileError) {
    try staging.move(names, into: path, mayReplace: mayReplace)
  }
}
