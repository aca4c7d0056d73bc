/// How a process's memory is spread over the categories that footprint shows.
enum ProcessShape {
  /// A category's shares, in per cent of the footprint.
  struct Share {
    var category: String
    var dirty: Int
    /// On top of the footprint.
    var clean: Int
    /// On top of the footprint.
    var reclaimable: Int
    /// The size of one region.
    var region: Int
  }

  /// The shares of a shape by its name in the lists.
  static func shares(_ name: String) -> [Share] {
    guard let list = lists[name] else { preconditionFailure("no shape \(name)") }
    return Rows(list, separator: "|").fields.map { fields in
      Share(
        category: fields[0], dirty: fields[1].integer, clean: fields[2].integer,
        reclaimable: fields[3].integer, region: 1 << fields[4].integer)
    }
  }

  /// Rows `category|dirty|clean|reclaimable|power of two of a region's size`.
  private static let lists = [
    "daemon": """
    MALLOC_SMALL|30|0|4|20
    MALLOC_TINY|18|0|0|20
    MALLOC_NANO|12|0|0|23
    __DATA|12|2|0|15
    page table|8|0|0|22
    stack|6|0|0|16
    unused dyld shared cache area|5|0|0|15
    MALLOC metadata|4|0|0|15
    untagged (VM_ALLOCATE)|3|0|0|16
    mapped file|0|150|0|20
    __TEXT|0|60|0|16
    __LINKEDIT|0|8|0|20
    """,
    "small": """
    MALLOC_SMALL|62|0|4|20
    __DATA|26|2|0|15
    page table|12|0|0|22
    mapped file|0|110|0|20
    """,
    "large": """
    MALLOC_LARGE|38|0|3|22
    MALLOC_SMALL|34|0|5|22
    IOSurface|14|0|0|22
    __DATA|10|1|0|15
    page table|4|0|0|23
    mapped file|0|70|0|22
    """,
    "app": """
    MALLOC_SMALL|26|0|6|23
    MALLOC_LARGE|17|0|3|22
    MALLOC_TINY|10|0|0|20
    IOSurface|9|0|0|22
    CG image|6|0|1|19
    IOKit|5|0|0|19
    __DATA|5|1|0|15
    CoreAnimation|4|0|0|18
    MALLOC_NANO|4|0|0|23
    page table|3|0|0|23
    untagged (VM_ALLOCATE)|3|0|0|18
    stack|1|0|0|17
    mapped file|0|110|0|22
    __TEXT|0|45|0|17
    __LINKEDIT|0|10|0|21
    __FONT_DATA|0|0|0|16
    """,
    "web": """
    WebKit Malloc|48|0|5|23
    JS VM Gigacage|17|0|2|24
    JS JIT generated code|9|0|0|22
    IOSurface|6|0|0|21
    MALLOC_SMALL|5|0|0|22
    CG image|3|0|0|18
    __DATA|3|1|0|15
    page table|2|0|0|23
    stack|1|0|0|17
    mapped file|0|40|0|22
    __TEXT|0|25|0|17
    """,
    "vm": """
    Hypervisor guest memory|92|0|0|30
    MALLOC_LARGE|4|0|0|23
    MALLOC_SMALL|2|0|0|22
    page table|1|0|0|23
    __DATA|0|1|0|15
    mapped file|0|3|0|23
    __TEXT|0|1|0|17
    """,
    "compositor": """
    IOAccelerator|34|0|2|23
    IOSurface|28|0|1|22
    MALLOC_LARGE|10|0|0|22
    MALLOC_SMALL|10|0|0|22
    CoreAnimation|5|0|0|18
    IOKit|5|0|0|20
    page table|3|0|0|22
    __DATA|2|1|0|15
    mapped file|0|60|0|22
    __TEXT|0|25|0|17
    """,
  ]
}
