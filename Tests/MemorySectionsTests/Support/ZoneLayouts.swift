import Testing

/// A zone table in one layout, with the expected rows.
struct ZoneLayout: Sendable, CustomTestStringConvertible {
  let name: String
  let generation: String
  let text: String
  let zones: [String]
  var testDescription: String { name }
}

extension ZoneLayout {
  static let all = touching + separated

  /// 10.8 and later: every field has a leading blank.
  static let separated = [
    ZoneLayout(
      name: "C", generation: "C",
      text: """
                                    elem         cur         max        cur         max         cur  alloc  alloc
        zone name                   size        size        size      #elts       #elts       inuse   size  count
        ---------------------------------------------------------------------------------------------------------
        zones                        544         93K        102K        176         192         167     8K     15
        vm.object.hash.entries        40       9941K      13122K     254490      335923      238354     4K    102   C
        page_tables                 4096     138280K    --------      34570     2500000       34570     4K      1 X
        """,
      zones: [
        "zones 544 93K 102K 176 167 - - - -",
        "vm.object.hash.entries 40 9941K 13122K 254490 238354 C - - -",
        "page_tables 4096 138280K - 34570 34570 X - - -",
      ]),
    ZoneLayout(
      name: "C -t", generation: "C",
      text: """
                             elem         cur         max        cur         max         cur  alloc  alloc
        zone name            size        size        size      #elts       #elts       inuse   size  count      Total Allocs
        ------------------------------------------------------------------------------------------------------------------------
        zones                 544         93K        102K        176         192         167     8K     15                   88K
        vm.object.hash.en$     40       9941K      13122K     254490      335923      238354     4K    102   C           130659K
        page_tables          4096     138280K    --------      34570     2500000       34570     4K      1 X                640B
        """,
      zones: [
        "zones 544 93K 102K 176 167 - - - 88K",
        "vm.object.hash.en$ 40 9941K 13122K 254490 238354 C - - 130659K",
        "page_tables 4096 138280K - 34570 34570 X - - 640B",
      ]),
    ZoneLayout(
      name: "C -w", generation: "C",
      text: """
                             elem         cur         max        cur         max         cur  alloc  alloc
        zone name            size        size        size      #elts       #elts       inuse   size  count        wasted
        ----------------------------------------------------------------------------------------------------------------
        zones                 544         93K        102K        176         192         167     8K     15            4K
        vm.object.hash.en$     40       9941K      13122K     254490      335923      238354     4K    102   C      630K
        page_tables          4096     138280K    --------      34570     2500000       34570     4K      1 X          0K
        """,
      zones: [
        "zones 544 93K 102K 176 167 - 4K - -",
        "vm.object.hash.en$ 40 9941K 13122K 254490 238354 C 630K - -",
        "page_tables 4096 138280K - 34570 34570 X 0K - -",
      ]),
    ZoneLayout(
      name: "C -t -w", generation: "C",
      text: """
                             elem         cur         max        cur         max         cur  alloc  alloc
        zone name            size        size        size      #elts       #elts       inuse   size  count        wasted      Total Allocs
        ----------------------------------------------------------------------------------------------------------------------------------
        zones                 544         93K        102K        176         192         167     8K     15            4K               88K
        vm.object.hash.en$     40       9941K      13122K     254490      335923      238354     4K    102   C      630K           130659K
        page_tables          4096     138280K    --------      34570     2500000       34570     4K      1 X          0K              640B
        """,
      zones: [
        "zones 544 93K 102K 176 167 - 4K - 88K",
        "vm.object.hash.en$ 40 9941K 13122K 254490 238354 C 630K - 130659K",
        "page_tables 4096 138280K - 34570 34570 X 0K - 640B",
      ]),
    ZoneLayout(
      name: "G -t", generation: "G-I",
      text: """
                                    elem         cur         max        cur         max         cur  alloc  alloc             total
        zone name                   size        size        size      #elts       #elts       inuse   size  count            allocs
        -------------------------------------------------------------------------------------------------------------------------------
        zones                        544         93K        102K        176         192         167     8K     15                  88K
        vm.object.hash.entries        40       9941K      13122K     254490      335923      238354     4K    102  C           130659K
        page_tables                 4096     138280K     -------      34570     -------       34570     4K      1 X               640B
        a.zone.whose.name.is.too$     16         16K         16K       1024        1024         512    16K   1024 XC               16K
        """,
      zones: [
        "zones 544 93K 102K 176 167 - - - 88K",
        "vm.object.hash.entries 40 9941K 13122K 254490 238354 C - - 130659K",
        "page_tables 4096 138280K - 34570 34570 X - - 640B",
        "a.zone.whose.name.is.too$ 16 16K 16K 1024 512 XC - - 16K",
      ]),
    ZoneLayout(
      name: "G -w", generation: "G-I",
      text: """
                                    elem         cur         max        cur         max         cur  alloc  alloc         frag      free
        zone name                   size        size        size      #elts       #elts       inuse   size  count         size      size
        ---------------------------------------------------------------------------------------------------------------------------------
        zones                        544         93K        102K        176         192         167     8K     15           4K        0B
        vm.object.hash.entries        40       9941K      13122K     254490      335923      238354     4K    102  C      600K       30K
        page_tables                 4096     138280K     -------      34570     -------       34570     4K      1 X         0B        0B
        a.zone.whose.name.is.too$     16         16K         16K       1024        1024         512    16K   1024 XC        8K        0B
        """,
      zones: [
        "zones 544 93K 102K 176 167 - 4K 0B -",
        "vm.object.hash.entries 40 9941K 13122K 254490 238354 C 600K 30K -",
        "page_tables 4096 138280K - 34570 34570 X 0B 0B -",
        "a.zone.whose.name.is.too$ 16 16K 16K 1024 512 XC 8K 0B -",
      ]),
    ZoneLayout(
      name: "G -t -w", generation: "G-I",
      text: """
                                    elem         cur         max        cur         max         cur  alloc  alloc         frag      free             total
        zone name                   size        size        size      #elts       #elts       inuse   size  count         size      size            allocs
        ---------------------------------------------------------------------------------------------------------------------------------------------------
        zones                        544         93K        102K        176         192         167     8K     15           4K        0B               88K
        vm.object.hash.entries        40       9941K      13122K     254490      335923      238354     4K    102  C      600K       30K           130659K
        page_tables                 4096     138280K     -------      34570     -------       34570     4K      1 X         0B        0B              640B
        a.zone.whose.name.is.too$     16         16K         16K       1024        1024         512    16K   1024 XC        8K        0B               16K
        """,
      zones: [
        "zones 544 93K 102K 176 167 - 4K 0B 88K",
        "vm.object.hash.entries 40 9941K 13122K 254490 238354 C 600K 30K 130659K",
        "page_tables 4096 138280K - 34570 34570 X 0B 0B 640B",
        "a.zone.whose.name.is.too$ 16 16K 16K 1024 512 XC 8K 0B 16K",
      ]),
  ]
}
