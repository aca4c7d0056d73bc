internal import Platform

/// One pass through an unpacked archive, in name order.
///
/// It uses system calls; libarchive's disk reader opens every file to read its attributes. Links
/// are never followed, and only regular files and folders are opened. An unreadable item becomes a
/// problem, and the walk continues.
struct FolderWalk {
  private(set) var record: ScanRecord
  /// The number of bytes read from files.
  private(set) var bytesRead = 0
  /// The folder's own name, the first component of all member paths.
  let topName: String

  private let root: String
  private let limits: ArchiveLimits
  /// Receives the number of bytes read, after each block.
  private let progress: ((Int) -> Void)?
  /// Pending paths below the root; the last one is next.
  private var waiting: [String] = [""]

  /// Checks that the folder can be listed.
  init(
    _ path: String, limits: ArchiveLimits, progress: ((Int) -> Void)? = nil
  ) throws(ArchiveError) {
    self.progress = progress
    do throws(SystemError) {
      root = try FilePath.resolved(path)
      _ = try Folder.names(in: root, atMost: 0)
    } catch {
      throw ArchiveError(.unreadable, archive: path, detail: error.description)
    }
    topName = root.split(separator: "/").last.map(String.init) ?? "."
    self.limits = limits
    record = ScanRecord(limits: limits)
  }

  /// Visits the folder itself, then everything below it.
  mutating func run(_ choose: (ArchiveMember) -> MemberChoice) {
    while let below = waiting.popLast() {
      guard visit(below, choose) else { return }
    }
  }

  private mutating func visit(_ below: String, _ choose: (ArchiveMember) -> MemberChoice) -> Bool {
    let path = root + below
    let status: FileStatus
    do throws(SystemError) {
      status = try FileStatus(of: path, followsLinks: false)
    } catch {
      record.note(.unreadable, error.description, member: topName + below)
      return true
    }
    let member = Self.member(topName + below, status)
    guard record.admitEntry(member.path), record.admit(member) else { return false }
    if member.isMacMetadata { return true }
    let choice = choose(member)
    if case .stop = choice {
      record.worsen(to: .stoppedEarly)
      return false
    }
    if status.kind == .folder { return enter(below) }
    guard status.kind == .file, case .read(let sink) = choice else { return true }
    return deliver(path, member, to: sink)
  }

  private mutating func enter(_ below: String) -> Bool {
    // One more than the limit; otherwise the limit would be reached but never exceeded.
    let most = limits.entries == .max ? .max : limits.entries + 1
    let names: [String]
    do throws(SystemError) {
      names = try Folder.names(in: root + below, atMost: most)
    } catch {
      record.note(.unreadable, error.description, member: topName + below)
      return true
    }
    waiting.append(contentsOf: names.sorted(by: >).map { "\(below)/\($0)" })
    return true
  }

  private mutating func deliver(
    _ path: String, _ member: ArchiveMember, to sink: any MemberSink
  ) -> Bool {
    var isWhole = false
    defer { sink.end(isWhole: isWhole) }
    guard record.admits(bytes: member.size ?? 0, of: member) else { return false }
    let source: ByteSource
    do {
      source = try ByteSource.open(path, isMember: true)
    } catch {
      record.note(.unreadable, error.detail ?? error.description, member: member.path)
      return true
    }
    while true {
      switch source.next() {
      case .end:
        guard let change = source.change else {
          isWhole = true
          return true
        }
        record.note(change, member: member.path)
        return true
      case .fault(let fault):
        record.note(fault.code, fault.message, member: member.path)
        return true
      case .bytes(let bytes):
        guard admits(bytes.count, from: source, of: member) else { return false }
        bytesRead += bytes.count
        progress?(bytesRead)
        let demand = sink.receive(bytes.bytes)
        guard case .more = demand else {
          isWhole = true
          if case .stop = demand { record.worsen(to: .stoppedEarly) } else { return true }
          return false
        }
      }
    }
  }

  private mutating func admits(
    _ count: Int, from source: ByteSource, of member: ArchiveMember
  ) -> Bool {
    guard record.admits(bytes: source.bytesRead, of: member) else { return false }
    // checked: `bytesRead` is at least 0.
    guard count <= limits.totalBytes - bytesRead else {
      record.note(
        .limited(
          .limitTotalBytes, "the folder holds more than the limit of \(limits.totalBytes) bytes"),
        member: member.path)
      return false
    }
    return true
  }

  private static func member(_ path: String, _ status: FileStatus) -> ArchiveMember {
    let kind: ArchiveMember.Kind =
      switch status.kind {
      case .file: .file
      case .folder: .folder
      case .symbolicLink: .symbolicLink
      case .pipe, .characterDevice, .other: .other
      }
    return ArchiveMember(
      path: path, kind: kind, size: kind == .file ? status.size : nil,
      modificationTime: status.modifiedSeconds)
  }
}
