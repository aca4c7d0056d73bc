import Foundation
import MachineGenerator

/// The files of the archives on disk, and the comparison with existing files.
struct Output {
  let archives: [ShippedArchive]
  let seriesTruths: [(name: String, text: String)]
  let folder: URL
  /// Whether files of other archives must not be in the folder.
  let isComplete: Bool

  /// The files besides the archives: texts without the top folder, and truths.
  ///
  /// With the top folder the texts would look like another unpacked archive.
  private var texts: [String: String] {
    var texts: [String: String] = [:]
    for archive in archives {
      texts["truth/\(archive.name).json"] = archive.truth
      guard archive.original == nil else { continue }
      for (path, text) in archive.members { texts["texts/\(archive.name)/\(path)"] = text }
    }
    for (name, text) in seriesTruths { texts["truth/\(name).json"] = text }
    return texts
  }

  private func content(_ archive: ShippedArchive) -> [UInt8] {
    Tar.bytes(
      archive.members.map { ("\(archive.topFolder)/\($0.path)", Array($0.text.utf8)) },
      time: archive.modificationTime)
  }

  private func file(_ archive: ShippedArchive) -> [UInt8] {
    let content = content(archive)
    let whole = Gzip.compressed(content)
    switch archive.damage {
    case nil: return whole
    case .cut(let process): return Damage.cut(whole, content: content, inside: "\n\(process) [")
    case .flippedBit: return Damage.flipped(whole, content: content)
    }
  }

  /// Writes everything and removes files of an earlier run that are no longer written.
  func write() throws {
    let wanted = texts
    let names = Set(wanted.keys).union(archives.map { "\($0.name).tar.gz" })
    for path in isComplete ? generated.subtracting(names) : [] {
      try FileManager.default.removeItem(at: folder.appending(path: path))
    }
    for (path, text) in wanted { try write(Array(text.utf8), to: path) }
    for archive in archives { try write(file(archive), to: "\(archive.name).tar.gz") }
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// The generated files on disk, without macOS metadata.
  private var generated: Set<String> {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return Set(
      paths.filter { path in
        let name = path.split(separator: "/").last ?? ""
        guard !name.hasPrefix("._"), name != ".DS_Store" else { return false }
        let url = folder.appending(path: path)
        guard (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == false else {
          return false
        }
        return path.hasSuffix(".tar.gz") || path.hasPrefix("texts/")
          || (path.hasPrefix("truth/") && path.hasSuffix(".json"))
      })
  }

  /// The files that are missing, obsolete or different from the models' output.
  func differences() -> [String] {
    let wanted = texts
    let found = generated
    let names = Set(wanted.keys).union(archives.map { "\($0.name).tar.gz" })
    var problems = names.subtracting(found).sorted().map { "missing: \($0)" }
    if isComplete { problems += found.subtracting(names).sorted().map { "left over: \($0)" } }
    func bytes(_ path: String) -> [UInt8]? {
      (try? Data(contentsOf: folder.appending(path: path))).map { [UInt8]($0) }
    }
    for (path, text) in wanted.sorted(by: { $0.key < $1.key }) where found.contains(path) {
      if bytes(path) != Array(text.utf8) { problems.append("differs: \(path)") }
    }
    for archive in archives where found.contains("\(archive.name).tar.gz") {
      let path = "\(archive.name).tar.gz"
      if let file = bytes(path), isSame(file, archive) { continue }
      problems.append("differs: \(path)")
    }
    return problems
  }

  /// Whether an archive has the expected content: other zlibs give other bytes for it.
  private func isSame(_ file: [UInt8], _ archive: ShippedArchive) -> Bool {
    let content = content(archive)
    guard let inflated = Gzip.inflated(file[...], limit: content.count + 1) else { return false }
    switch archive.damage {
    case nil: return inflated.isWhole && inflated.content == content
    case .cut:
      return !inflated.isWhole && !inflated.content.isEmpty
        && content.starts(with: inflated.content)
    case .flippedBit: return inflated.isWhole && Damage.isOneDigitOff(inflated.content, content)
    }
  }
}
