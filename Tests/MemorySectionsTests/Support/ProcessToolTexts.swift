/// Outputs of vmmap, heap and leaks, written by hand: one process that all three examined.
enum ProcessToolTexts {
  static let head = """
    Process:         Widget Maker [412]
    Path:            /Applications/Widget.app/Contents/MacOS/Widget Maker
    Load Address:    0x10019c000
    Identifier:      com.example.widget
    Version:         ???
    Code Type:       ARM64
    Platform:        macOS
    Parent Process:  launchd [1]
    Target Type:     live task

    Date/Time:       2026-03-14 10:42:08.508 +0100
    Launch Time:     2026-03-14 09:00:00.180 +0100
    OS Version:      macOS 26.3 (25D2128)
    Report Version:  7
    Analysis Tool:   /usr/bin/TOOL

    Physical footprint:         100.5M
    Physical footprint (peak):  1.2G
    Idle exit:                  untracked
    ----

    """

  static func head(_ tool: String) -> String { head.replacing("TOOL", with: tool) }

  static let totals = """
    ReadOnly portion of Libraries: Total=1.8G resident=532.9M(29%) swapped_out_or_unallocated=1.3G(71%)
    Writable regions: Total=5.3G written=52.1M(10%) resident=84.5M(16%) swapped_out=37.5M(7%) unallocated=5.1G(77%)

    """

  /// 100.5 MB in all: 60 + 5 MB of malloc, 2 MB kept empty, 30 MB unmapped, 1 MB page table, 2.5 MB stack.
  static let types = """
                                    VIRTUAL RESIDENT    DIRTY  SWAPPED VOLATILE   NONVOL    EMPTY   REGION
    REGION TYPE                        SIZE     SIZE     SIZE     SIZE     SIZE     SIZE     SIZE    COUNT (non-coalesced)
    ===========                     ======= ========    =====  ======= ========   ======    =====  =======
    MALLOC guard page                  256K       0K       0K       0K       0K       0K       0K       16
    MALLOC metadata                   1024K    1024K    1024K       0K       0K       0K       0K        4
    MALLOC_LARGE (empty)              4096K    2048K    2048K       0K       0K       0K       0K        2
    MALLOC_SMALL                     120.0M    64.0M    60.0M    4096K       0K       0K       0K       15         see MALLOC ZONE table below
    Memory Tag 240                      824      824       0K       0K       0K       0K       0K        1
    Performance tool data              316K       0K       0K       0K       0K       0K       0K        3         not counted in TOTAL below
    Stack                             63.6M    2560K    2560K       0K       0K       0K       0K       36
    Stack (reserved)                   544K       0K       0K       0K       0K       0K       0K        1         reserved VM address space (unallocated)
    owned unmapped (graphics)         40.0M    30.0M    1024K       0K       0K       0K    1024K      155
    page table in kernel              1024K    1024K    1024K       0K       0K       0K       0K        1
    ===========                     ======= ========    =====  ======= ========   ======    =====  =======
    TOTAL                            230.5M   100.5M    67.5M    4096K       0K       0K    1024K      231
    TOTAL, minus reserved VM space   230.0M   100.5M    67.5M    4096K       0K       0K    1024K      231

    """

  static let zones = """
                                         VIRTUAL   RESIDENT      DIRTY    SWAPPED ALLOCATION      BYTES DIRTY+SWAP          REGION
    MALLOC ZONE                             SIZE       SIZE       SIZE       SIZE      COUNT  ALLOCATED  FRAG SIZE  % FRAG   COUNT
    ===========                          =======  =========  =========  =========  =========  =========  =========  ======  ======
    DefaultMallocZone_0x101e9c000         100.0M      50.0M      50.0M      4096K      30000      40.0M      14.0M     26%      12
    AttributeGraph graph data_0x110d34000  20.0M      14.0M      10.0M         0K       1000      9216K      1024K     10%       3
    PurgeableZone_0x127394000                 0K         0K         0K         0K          0         0K         0K      0%       0
    ===========                          =======  =========  =========  =========  =========  =========  =========  ======  ======
    TOTAL                                 120.0M      64.0M      60.0M      4096K      31000      49.0M      15.0M     24%      15

    """

  static var vmmap: String { head("vmmap") + "\n" + totals + "\n" + types + "\n" + zones + "\n" }

  /// 31000 blocks of 51,378,272 bytes, which are 49.0 MB: 20000 of 1 KB, 10972 of 2816 bytes, 28 of 40.
  static let heapBody = """
    Process 412: 3 zones

    All zones: 31000 nodes malloced - Sizes: 1.04688KB[0] 2.75KB[10972] 1KB[20000] 40[28]

    Found:  1614 ObjC classes  447 Swift classes  333 C++ classes  266 CFTypes
    Type names for non-objects could be derived from allocation backtraces if the process used MallocStackLogging

    -----------------------------------------------------------------------
    All zones: 31000 nodes (51378272 bytes)

       COUNT      BYTES       AVG   CLASS_NAME                                        TYPE    BINARY
       =====      =====       ===   ==========                                        ====    ======
       20000   20480000    1024.0   non-object
       10000   28160000    2816.0   Widget.Cache (Storage)                            Swift   Widget Maker
         972    2737152    2816.0   std::map<A*, std::pair<B, C>, std::less<A>, std::allocator<D>>  C++     libWidget.dylib
          28       1120      40.0   SVGAttribute                                      CFType  <unknown>

    """

  static var heap: String { head("heap") + "\n" + heapBody }

  static let leaksBody = """
    leaks Report Version: 4.0, multi-line stacks
    Process 412: 31000 nodes malloced for 50174 KB
    Process 412: 21 leaks for 157136 total leaked bytes.

    STACK OF 1 INSTANCE OF 'ROOT LEAK: <malloc in gp_New>':
    5   dyld                                  0x183f0e0e0 start + 2360
        21 (153K) << TOTAL >>
          13 (2.58K) ROOT LEAK: 0x12a604f80 [352]

    """

  static var leaks: String { head("leaks") + "\n" + leaksBody }
}
