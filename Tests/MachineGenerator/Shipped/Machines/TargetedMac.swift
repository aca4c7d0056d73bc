/// The lean Mac, captured by `sysdiagnose "Example Editor"`: vmmap, heap and leaks of that process.
///
/// The process's zones are fragmented, malloc keeps large blocks that it freed, one class holds half of
/// the live blocks, and some are leaked.
enum TargetedMac {
  private static let name = "Example Editor"

  /// The archive of this machine.
  static var archive: ShippedArchive {
    let time = LocalTime("2026-04-24T16:08:51+02:00")
    let moment = LeanMoment(
      name: "macos-26-targeted", time: time, bootTime: time.seconds - 90_000, leaks: false,
      hasJetsam: false)
    var examined = Self.examined(time)
    let mac = LeanMac.machine(moment) { processes in
      guard let place = processes.firstIndex(where: { $0.name == name }) else {
        preconditionFailure("no \(name)")
      }
      processes[place].own.categories = examined.categories
      processes[place].ledgerExtra = 0
      processes[place].peak = 700.mib
      examined.process = processes[place]
    }
    var archive = LeanMac.archive(
      mac,
      more: [
        ("vmmap.txt", VmmapPrinter(examined: examined).print()),
        ("heap.txt", HeapPrinter(examined: examined).print()),
        ("leaks.txt", LeaksPrinter(examined: examined).print()),
      ])
    archive.examined = examined
    return archive
  }

  private static let mallocNote = "see MALLOC ZONE table below"

  private static func type(
    _ name: String, in category: String? = nil, virtual: Int, resident: Int? = nil, dirty: Int = 0,
    swapped: Int = 0, regions: Int, note: String? = nil
  ) -> ExaminedProcess.RegionType {
    ExaminedProcess.RegionType(
      name: name, category: category ?? name, virtual: virtual, resident: resident ?? dirty,
      dirty: dirty, swapped: swapped, regions: regions, note: note)
  }

  private static let types: [ExaminedProcess.RegionType] = {
    var graphics = type(
      "owned unmapped (graphics)", in: "Owned physical footprint (unmapped) (graphics)",
      virtual: 80.mib, resident: 70.mib, dirty: 5.mib, swapped: 2.mib, regions: 61)
    graphics.isOwnedUnmapped = true
    return [
      type(
        "MALLOC_SMALL", virtual: 320.mib, resident: 186.mib, dirty: 180.mib, swapped: 60.mib,
        regions: 40, note: mallocNote),
      type(
        "MALLOC_SMALL (empty)", in: "MALLOC_SMALL", virtual: 16.mib, dirty: 2.mib, swapped: 1.mib,
        regions: 4, note: mallocNote),
      type(
        "MALLOC_TINY", virtual: 32.mib, dirty: 20.mib, swapped: 3.mib, regions: 8, note: mallocNote),
      type("MALLOC_LARGE", virtual: 48.mib, dirty: 40.mib, regions: 6, note: mallocNote),
      type(
        "MALLOC_LARGE (empty)", in: "MALLOC_LARGE", virtual: 64.mib, dirty: 52.mib, swapped: 8.mib,
        regions: 3),
      type("MALLOC metadata", virtual: 2.mib, dirty: 1.mib, regions: 7),
      type("MALLOC guard page", virtual: 256.kib, regions: 16),
      type("IOSurface", virtual: 90.mib, dirty: 60.mib, swapped: 10.mib, regions: 22),
      graphics,
      type("Stack", in: "stack", virtual: 24.mib, dirty: 3.mib, regions: 19),
      type(
        "Stack (reserved)", in: "stack", virtual: 512.kib, regions: 1,
        note: "reserved VM address space (unallocated)"),
      type("page table in kernel", in: "page table", virtual: 4.mib, dirty: 4.mib, regions: 1),
      type("__DATA", virtual: 31.mib, resident: 12.mib, dirty: 6.mib, swapped: 1.mib, regions: 640),
      type("VM_ALLOCATE", in: "untagged (VM_ALLOCATE)", virtual: 8.mib, dirty: 2.mib, regions: 30),
      type("mapped file", virtual: 410.mib, resident: 110.mib, regions: 52),
      type("__TEXT", virtual: 900.mib, resident: 310.mib, regions: 702),
      type("__LINKEDIT", virtual: 570.mib, resident: 24.mib, regions: 4),
    ]
  }()

  private static let zones = [
    ExaminedProcess.Zone(
      name: "DefaultMallocZone", address: 0x101e9c000, virtual: 370.mib, resident: 218.mib,
      dirty: 212.mib, swapped: 58.mib, blocks: 583_968, allocated: 118.mib, regions: 52),
    ExaminedProcess.Zone(
      name: "QuartzCore", address: 0x104784000, virtual: 46.mib, resident: 30.mib, dirty: 30.mib,
      swapped: 6.mib, blocks: 30_000, allocated: 20.mib, regions: 6),
    ExaminedProcess.Zone(
      name: "DefaultPurgeableMallocZone", address: 0x127394000, virtual: 0, resident: 0, dirty: 0,
      swapped: 0, blocks: 0, allocated: 0, regions: 0),
  ]

  /// 613,968 blocks of 138 MiB: as many as the zones have.
  private static let classes = [
    ExaminedProcess.Class(
      name: "Example.Document (Storage)", count: 80_000, size: 1024, type: "Swift",
      binary: "Example Editor"),
    ExaminedProcess.Class(name: "non-object", count: 30_000, size: 1536),
    ExaminedProcess.Class(
      name: "NSMutableDictionary", count: 100_000, size: 64, type: "ObjC", binary: "CoreFoundation"),
    ExaminedProcess.Class(
      name: "CFString", count: 120_000, size: 48, type: "ObjC", binary: "CoreFoundation"),
    ExaminedProcess.Class(
      name: "std::__shared_ptr_pointer<Example::Node*, std::allocator<Example::Node>>",
      count: 283_968, size: 16, type: "C++", binary: "libExample.dylib"),
  ]

  private static func examined(_ time: LocalTime) -> ExaminedProcess {
    ExaminedProcess(
      process: ProcessMaker.process(name, 0, page: LeanMac.page), types: types, zones: zones,
      classes: classes, leakCount: 2048, leakedBytes: 2048 * 1536, time: time,
      osVersion: "macOS 26.3 (25D125)")
  }
}
