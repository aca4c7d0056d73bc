extension ZoneLayout {
  /// 10.0 to 10.7: fields may touch; only their columns separate them.
  static let touching = [
    ZoneLayout(
      name: "A", generation: "A",
      text: """
                                  elem    cur    max    cur    max   cur alloc alloc
        zone name                 size   size   size  #elts  #elts inuse  size count
        -------------------------------------------------------------------------------
        zones                      544    93K   102K    176    192   167    8K    15
        vm.object.hash.entries      40  9941K 13122K 254490 335923238354    4K   102 C
        page_tables               4096138280K   ----  34570   ---- 34570    4K     1P
        kernel.map.entries          40     8K    16K    200    400   190    4K   102PC
        """,
      zones: [
        "zones 544 93K 102K 176 167 - - - -",
        "vm.object.hash.entries 40 9941K 13122K 254490 238354 C - - -",
        "page_tables 4096 138280K - 34570 34570 P - - -",
        "kernel.map.entries 40 8K 16K 200 190 PC - - -",
      ]),
    ZoneLayout(
      name: "A -w", generation: "A",
      text: """
                           elem    cur    max    cur    max   cur alloc alloc
        zone name          size   size   size  #elts  #elts inuse  size count wasted
        -------------------------------------------------------------------------------
        zones               544    93K   102K    176    192   167    8K    15      4
        vm.object.hash.en$   40  9941K 13122K 254490 335923238354    4K   102    630 C
        page_tables        4096138280K   ----  34570   ---- 34570    4K     1      0P
        kernel.map.entrie$   40     8K    16K    200    400   190    4K   102   -400PC
        """,
      zones: [
        "zones 544 93K 102K 176 167 - 4B - -",
        "vm.object.hash.en$ 40 9941K 13122K 254490 238354 C 630B - -",
        "page_tables 4096 138280K - 34570 34570 P 0B - -",
        "kernel.map.entrie$ 40 8K 16K 200 190 PC - - -",
      ]),
    ZoneLayout(
      name: "B", generation: "B",
      text: """
                                  elem      cur      max       cur       max       cur alloc alloc
        zone name                 size     size     size     #elts     #elts     inuse  size count
        ------------------------------------------------------------------------------------------
        zones                      544      93K     102K       176       192       167    8K    15
        vm.object.hash.entries      40    9941K   13122K    254490    335923    238354    4K   102   C
        page_tables               4096  138280K   ------     34570 ---------     34570    4K     1 X
        """,
      zones: [
        "zones 544 93K 102K 176 167 - - - -",
        "vm.object.hash.entries 40 9941K 13122K 254490 238354 C - - -",
        "page_tables 4096 138280K - 34570 34570 X - - -",
      ]),
    ZoneLayout(
      name: "B -t -w", generation: "B",
      text: """
                           elem      cur      max       cur       max       cur alloc alloc
        zone name          size     size     size     #elts     #elts     inuse  size count      wasted     Total Allocs
        --------------------------------------------------------------------------------------------------------------
        zones               544      93K     102K       176       192       167    8K    15           4K              88K
        vm.object.hash.en$   40    9941K   13122K    254490    335923    238354    4K   102   C     630K          130659K
        page_tables        4096  138280K   ------     34570 ---------     34570    4K     1 X         0K             640B
        """,
      zones: [
        "zones 544 93K 102K 176 167 - 4K - 88K",
        "vm.object.hash.en$ 40 9941K 13122K 254490 238354 C 630K - 130659K",
        "page_tables 4096 138280K - 34570 34570 X 0K - 640B",
      ]),
    ZoneLayout(
      name: "B with a wide maximum, -t", generation: "B",
      text: """
                           elem      cur         max       cur       max       cur alloc alloc
        zone name          size     size        size     #elts     #elts     inuse  size count        Total Allocs
        -----------------------------------------------------------------------------------------------------------
        zones               544      93K        102K       176       192       167    8K    15                  88K
        vm.object.hash.en$   40    9941K      13122K    254490    335923    238354    4K   102   C          130659K
        page_tables        4096  138280K      ------     34570 ---------     34570    4K     1 X               640B
        page_tables        4096  138280K 4293389860K     34570    654217     34570    4K     1   C          595852K
        """,
      zones: [
        "zones 544 93K 102K 176 167 - - - 88K",
        "vm.object.hash.en$ 40 9941K 13122K 254490 238354 C - - 130659K",
        "page_tables 4096 138280K - 34570 34570 X - - 640B",
        "page_tables 4096 138280K 2616868K 34570 34570 C - - 595852K",
      ]),
  ]
}
