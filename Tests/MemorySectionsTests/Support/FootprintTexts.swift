/// Pieces of a footprint text, as the tool prints them.
enum FootprintTexts {
  static let rule = String(repeating: "=", count: 70)

  /// Two processes that share memory, and the parts after them.
  static let whole =
    kernel + editor + helper + sharedCache + """
      Processes with errors:
          mdworker [77]

      Due to errors, summary results may be incomplete or incorrect

      """ + summary

  static let kernel = """
    \(rule)
    kernel_task [0]: 64-bit    Footprint: 1184 KB (16384 bytes per page)
    \(rule)

      Dirty      Clean  Reclaimable    Regions    Category
        ---        ---          ---        ---    ---
    1024 KB        0 B        48 KB     524288    kalloc.1024
     160 KB        0 B          0 B          1    VM_KERN_MEMORY_IOKIT
        0 B     512 KB          0 B          1    VM_KERN_MEMORY_ZONE   (hidden)
        ---        ---          ---        ---    ---
    1184 KB     512 KB        48 KB     524290    TOTAL

    Auxiliary data:
        billed footprint: 64 KB
        Maps:
            VM_KERN_COUNT_MANAGED: 33 GB
        phys_footprint: 65 KB


    """

  static let editor = """
    \(rule)
    Editor [12]: 64-bit    Footprint: 832 KB (16384 bytes per page)
    \(rule)

      Dirty      Clean  Reclaimable    Regions    Category
        ---        ---          ---        ---    ---
     592 KB        0 B        16 KB          8    MALLOC metadata
     240 KB      48 KB          0 B          2    mapped file   /usr/share/icu/icudt74l.dat
        ---        ---          ---        ---    ---
     832 KB      48 KB        16 KB         10    TOTAL

    Shared with Helper [13]:
      Dirty      Clean  Reclaimable    Regions    Category
        ---        ---          ---        ---    ---
      96 KB        0 B          0 B          3    shared memory
        ---        ---          ---        ---    ---
      96 KB        0 B          0 B          3    TOTAL

    Shared with 23 processes:
      Dirty      Clean  Reclaimable    Regions    Category
        ---        ---          ---        ---    ---
       8 KB       4 KB          0 B          1    IOSurface
        ---        ---          ---        ---    ---
       8 KB       4 KB          0 B          1    TOTAL

    Auxiliary data:
        dirty: 53
        phys_footprint: 848 KB
        phys_footprint_peak: 13 MB


    """

  static let helper = """
    \(rule)
    Helper [13]: 64-bit    Footprint: 64 KB (16384 bytes per page)
    \(rule)

      Dirty      Clean  Reclaimable    Regions    Category
        ---        ---          ---        ---    ---
      64 KB        0 B          0 B          4    MALLOC_SMALL
        ---        ---          ---        ---    ---
      64 KB        0 B          0 B          4    TOTAL

    Auxiliary data:
        phys_footprint: 80 KB


    """

  static let sharedCache = """
    \(rule)
    Shared Cache 1585E11C-F718-4E89-92F3-EFEB6273196C
    \(rule)

    Shared with Editor [12], Helper [13]:
      Dirty      Clean  Reclaimable    Regions    Category
        ---        ---          ---        ---    ---
     700 KB     900 KB          0 B         90    __DATA
        ---        ---          ---        ---    ---
     700 KB     900 KB          0 B         90    TOTAL


    """

  static let summary = """
    \(rule)
    Summary Footprint: 2884 KB
    \(rule)

      Dirty      Clean  Reclaimable    Regions    Category
        ---        ---          ---        ---    ---
    1700 KB        0 B        64 KB         12    everything
    1184 KB     512 KB          0 B          1    else
        ---        ---          ---        ---    ---
    2884 KB     512 KB        64 KB         13    TOTAL

    Auxiliary data:
        phys_footprint: 22 GB

    System auxiliary data:
        boot_carveout:   1187 MB
        sys_footprint:     33 GB
        sys_swapped_count: 12
        sys_wired         13 GB

    """
}
