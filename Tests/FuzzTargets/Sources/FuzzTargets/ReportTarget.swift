import SysdiagnoseArchive
import SysdiagnoseIngest

/// The whole path from an archive's bytes to its report, as in the program.
///
/// An input that begins with `@@@ ` consists of texts, each below a line with its member's name;
/// they are packed into a tar archive. Any other input is the archive itself.
enum ReportTarget {
  static let sample = """
    @@@ zprint.txt
                                elem    cur      max        cur         max         cur  alloc  alloc
    zone name                   size    size     size      #elts       #elts       inuse  size  count
    -------------------------------------------------------------------------------------------------
    vm.objects                   248   8512K   12974K       35146       53571       31934    8K     33  C
    kalloc.1024                 1024   3000K    4000K        3000        4000        2900    4K      4  C
    @@@ sysctl.txt
    hw.memsize: 17179869184
    hw.model: MacBookPro18,3

    """

  private static let loader = CaptureLoader(limits: StreamTarget.limits, readsAhead: false)

  /// The sample's snapshot.
  static let base: Snapshot = {
    var text = sample
    guard let loaded = text.withUTF8({ ReportTarget.snapshot(UnsafeRawBufferPointer($0)) }) else {
      preconditionFailure("the sample cannot be loaded")
    }
    return loaded
  }()

  static func run(_ bytes: UnsafeRawBufferPointer) {
    guard let snapshot = snapshot(bytes) else { return }
    check(Report(snapshot))
    check(Comparison(base, snapshot))
    let same = Comparison(snapshot, snapshot)
    let changes = same.components + same.zones + same.wired + same.kexts + same.processes
    require(changes.allSatisfy { ($0.delta?.bytes ?? 0) == 0 }, "a snapshot differs from itself")
  }

  /// The loader's snapshot; nil when it rejects the archive.
  private static func snapshot(_ bytes: UnsafeRawBufferPointer) -> Snapshot? {
    let isTexts = bytes.starts(with: "@@@ ".utf8)
    let path =
      isTexts
      ? TextArchive.tar(bytes).withUnsafeBytes(ScratchFile.named.fillPath)
      : ScratchFile.named.fillPath(bytes)
    let captures = try? loader.captures(in: path)
    require(captures?.isEmpty != true, "an archive without a capture was accepted")
    return captures?.first?.snapshot
  }
}
