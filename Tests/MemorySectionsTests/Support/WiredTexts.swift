/// The tables below the zones, in the layouts of 10.11 and 10.12, and of 10.13 and later.
enum WiredTexts {
  /// Zones as 10.8 to 10.13.3 print them.
  static let zonesOld = """
                         elem         cur         max        cur         max         cur  alloc  alloc
    zone name            size        size        size      #elts       #elts       inuse   size  count        wasted      Total Allocs
    ----------------------------------------------------------------------------------------------------------------------------------
    zones                 544         93K        102K        176         192         167     8K     15            4K               88K
    vm.object.hash.en$     40       9941K      13122K     254490      335923      238354     4K    102   C      630K           130659K
    page_tables          4096     138280K    --------      34570     2500000       34570     4K      1 X          0K              640B

    """

  /// Zones as 10.13.4 and later print them: 93 + 9941 + 138280 = 148314 KiB.
  static let zonesNew = """
                                elem         cur         max        cur         max         cur  alloc  alloc         frag      free             total
    zone name                   size        size        size      #elts       #elts       inuse   size  count         size      size            allocs
    ---------------------------------------------------------------------------------------------------------------------------------------------------
    zones                        544         93K        102K        176         192         167     8K     15           4K        0B               88K
    vm.object.hash.entries        40       9941K      13122K     254490      335923      238354     4K    102  C      600K       30K           130659K
    page_tables                 4096     138280K     -------      34570     -------       34570     4K      1 X         0B        0B              640B

    """

  /// Without peaks: 152576 + 12288 + 212 + 56 + 64 = 165196 KiB and the zones.
  static let wiredOld = """
    -------------------------------------------------------------------------------------------------------------
                                                                   kmod          vm                       cur
    wired memory                                                     id         tag                      size
    -------------------------------------------------------------------------------------------------------------
    VM_KERN_COUNT_RESERVED                                                      256                   152576K
    VM_KERN_MEMORY_BSD                                                            2                    12288K
    (unknown kmod)                                                  133          54                      212K
    com.example.driver.Widget                                        85          53                       56K
    site 0x1f2                                                                    1                       64K
    zones                                                                                             148314K
    total                                                                                  306.16M of  12.00M

    """

  /// Maps, without peaks.
  static let mapsOld = """
    -------------------------------------------------------------------------------------------------------------
                                                                                        largest           cur
    maps                                                                       free        free          size
    -------------------------------------------------------------------------------------------------------------
    VM_KERN_COUNT_MANAGED                                                                           16646144K
    VM_KERN_COUNT_MAP_KALLOC                                                 72704K      40960K       131072K

    """

  /// With peaks: 121856 + 12288 + 4096 + 8 + 212 + 4096 = 142556 KiB and the zones.
  static let wiredNew = """
    -------------------------------------------------------------------------------------------------------------
                                                                   kmod          vm        peak               cur
    wired memory                                                     id         tag        size  waste       size
    -------------------------------------------------------------------------------------------------------------
    VM_KERN_COUNT_BOOT_STOLEN                                                     0                       121856K
    VM_KERN_MEMORY_BSD                                                            2      14336K            12288K
    VM_KERN_MEMORY_IOKIT                                                          3       5120K   128K      4096K
    VM_KERN_MEMORY_MLOCK                                                         24                 4K         8K
    (unloaded kmod)                                                 133          54        400K              212K
    com.example.driver.Widget                                       142          83       5120K   128K      4096K
    data.kalloc.1024[zone]                                                       13                          512K
    zones                                                                                                 148314K
    total                                                                                     284.05M of 1600.25M

    """

  /// Maps, each with other columns left blank.
  static let mapsNew = """
    -------------------------------------------------------------------------------------------------------------
                                                                            largest        peak               cur
    maps                                                           free        free        size              size
    -------------------------------------------------------------------------------------------------------------
    VM_KERN_COUNT_MANAGED                                                                                8266752K
    VM_KERN_COUNT_MAP_KALLOC                                     72704K      40960K                       131072K
    VM_KERN_COUNT_MAP_ZONE                                                              921600K          1572864K
    VM_KERN_COUNT_MAP_FREE                                         512K                                     1024K
    VM_KERN_COUNT_MAP_LARGEST                                                  256K                         1024K

    """

  /// Zone views, 11.0 and later.
  static let views = """
    -------------------------------------------------------------------------------------------------------------
                                                                                                              cur
    zone views                                                                                              inuse
    -------------------------------------------------------------------------------------------------------------
    data.kalloc.1024[raw]                                                                                    411K
    iokit.IOMemoryMap                                                                                        203K

    """

  /// Totals up to 10.13.3; `TOTAL SIZE` includes the wired rows: 313510 KiB.
  static let totalsOld = """
    TOTAL SIZE   = 321034240
    TOTAL USED   = 151223728
    TOTAL WASTED = 169810512
    TOTAL ALLOCS = 133885440

    """

  /// Totals from 10.13.4 on: the zones, 148314 KiB and a half.
  static let totalsNew = """

    ZONE TOTALS
    ---------------------------------------------
    TOTAL SIZE        = 151874048
    TOTAL USED        = 151223728
    TOTAL WASTED      = 650320
    TOTAL FRAGMENTED  = 619600
    TOTAL COLLECTABLE = 30720
    TOTAL ALLOCS      = 133885440

    """

}
