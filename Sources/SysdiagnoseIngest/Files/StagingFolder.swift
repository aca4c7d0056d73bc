internal import Platform

/// A private folder beside the destination that holds the files until all are complete.
final class StagingFolder {
  private let folder: String
  private var names: [String] = []

  /// Creates the folder, named after `destination`.
  ///
  /// - Throws: `FileError` when it cannot be created.
  init(beside destination: String) throws(FileError) {
    var trimmed = destination[...]
    while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
    do throws(SystemError) {
      folder = try TemporaryPaths.create { () throws(SystemError) in
        ((), path: try Folder.makeTemporary(beside: String(trimmed)))
      }.path
    } catch {
      throw FileError(.cannotBeWritten, path: destination, error)
    }
  }

  deinit {
    for name in names { FilePath.remove("\(folder)/\(name)") }
    Folder.remove(folder)
    TemporaryPaths.forget(names.map { "\(folder)/\($0)" } + [folder])
  }

  /// The path of a file in the folder; the file is removed with the folder unless moved out.
  func path(of name: String) -> String {
    names.append(name)
    TemporaryPaths.add("\(folder)/\(name)")
    return "\(folder)/\(name)"
  }

  /// Moves files into `destination` and creates the folder if necessary.
  ///
  /// - Throws: `FileError` when a file exists and may not be replaced, or the folder cannot be
  ///   written. No new file is then left there.
  func move(
    _ files: [String], into destination: String, mayReplace: Bool
  ) throws(FileError) {
    try TemporaryPaths.uninterrupted { () throws(FileError) in
      try moveAll(files, into: destination, mayReplace: mayReplace)
    }
  }

  private func moveAll(
    _ files: [String], into destination: String, mayReplace: Bool
  ) throws(FileError) {
    do throws(SystemError) {
      try Folder.make(destination)
    } catch {
      guard error.saysThatItExists, FileStatus.kind(at: destination) == .folder else {
        throw FileError(.cannotBeMade, path: destination, error)
      }
    }
    for file in files {
      try FilePlacing.check("\(destination)/\(file)", mayReplace: mayReplace)
    }
    var placed: [String] = []
    do throws(FileError) {
      for file in files {
        try FilePlacing.place(
          "\(folder)/\(file)", at: "\(destination)/\(file)", mayReplace: mayReplace)
        placed.append(file)
      }
    } catch {
      // A replaced file cannot be restored; only new files are removed again.
      if !mayReplace { for file in placed { FilePath.remove("\(destination)/\(file)") } }
      throw error
    }
  }
}
