extension ZoneList {
  /// Name | element bytes | share of the memory that is not chosen by hand.
  static let mountainLion = """
    VM map copies|80|1
    pmap|256|2
    pagetable anchors|4096|30
    pv_list|48|300
    vm pages|72|40
    mem_obj_control|16|90
    mem_obj_hash|24|20
    kalloc.16|16|120
    kalloc.32|32|260
    kalloc.64|64|900
    kalloc.128|128|1100
    kalloc.256|256|1400
    kalloc.512|512|700
    kalloc.1024|1024|1200
    kalloc.2048|2048|1800
    kalloc.4096|4096|2600
    kalloc.8192|8192|1500
    ipc spaces|152|2
    ipc tree entries|72|1
    ipc ports|160|60
    ipc port sets|96|3
    ipc vouchers|80|0
    ipc kmsgs|256|2
    tasks|1144|4
    threads|1248|14
    processor sets|176|0
    semaphores|88|2
    semaphore|40|2
    wait queue sets|72|4
    timers|88|0
    alarms|48|0
    clock|32|0
    mem_obj_exp|16|0
    msgcounters|48|0
    host_notify|24|0
    device_node|32|0
    device|32|0
    swap.hash|24|10
    vm page queue|40|0
    proc|976|3
    pgrp|80|0
    session|424|1
    plimit|176|0
    pstats|400|1
    sigacts|3112|6
    zombie|48|0
    cred|152|2
    kauth_ident|120|1
    uthreads|408|8
    x86 fpsave state|832|9
    x86 page tables|4096|0
    x86 debug state|64|0
    vnodes|248|2600
    namecache|72|900
    namei|1024|0
    buf.512|512|60
    buf.1024|1024|80
    buf.2048|2048|110
    buf.4096|4096|420
    buf.8192|8192|520
    buf headers|240|160
    ubc_info zone|80|700
    vnode pager structures|40|340
    HFS node|560|5200
    HFS fork|240|2300
    HFS mount|4720|0
    HFS fsinfo|120|0
    CNode|128|5
    NFS node|480|3
    NFS mount|1720|0
    NFSBIO|240|1
    NFS req|680|1
    cluster_write|88|40
    dtrace dof|1024|0
    dtrace helper|64|0
    audit_zone|192|0
    file glob|64|3
    fileproc|32|2
    filedesc|320|1
    filedesc0|5528|2
    kqueues|104|1
    knotes|104|6
    kevents|56|1
    pipe|208|2
    select set|240|3
    socket|448|12
    so_udp|360|3
    tcpcb|928|5
    tcp_bwmeas_zone|32|0
    tcp_reass|48|0
    tcp_rxt_seg|40|0
    inpcb|376|5
    udpcb|376|2
    ripcb|376|0
    divcb|376|0
    rtentry|280|2
    rt_metrics|112|0
    llinfo_arp|64|0
    llinfo_nd6|80|0
    igmp_ifinfo|128|0
    inet_multi|112|0
    inet6_multi|128|0
    mld_ifinfo|120|0
    ifnet|1400|1
    ifaddr|344|1
    in_ifaddr|280|0
    in6_ifaddr|344|0
    ifmulti|88|0
    unpcb|184|4
    mbuf|256|40
    mbuf cluster|2048|50
    bigcluster|4096|20
    jumbo|16384|8
    mcache bkt_1|24|1
    mcache bkt_3|40|1
    mcache bkt_7|72|1
    mcache bkt_15|136|2
    mcache bkt_31|264|2
    mcache bkt_63|520|3
    mcache bkt_127|1032|3
    mcache bkt_511|4104|4
    mcache|512|0
    dummynet pipe|224|0
    pf rule|1104|0
    pf state|296|0
    pf pool|56|0
    pf src tree|112|0
    flow divert|312|0
    ip fw dynamic|104|0
    sack_hole|16|0
    fcntl locks|72|0
    specinfo|208|1
    specfsnode|120|0
    devfs node|144|1
    devfs direntry|96|0
    fdesc node|64|0
    union node|96|0
    vfs attributes|160|0
    vfs context|24|1
    vfs transaction|88|0
    decmpfs cnode|48|260
    decmpfs block|64|40
    IOMemoryDescriptor|128|70
    IOSurface client|96|12
    IOBuffer pool|4096|700
    OSMetaClass names|16|90
    OSSymbol|32|160
    OSData|40|140
    OSDictionary|48|260
    OSArray|40|60
    OSNumber|24|180
    OSSet|40|12
    OSString|40|210
    IORegistry entry|120|80
    IOService state|88|40
    IOEventSource|64|22
    IOCommand|136|30
    IOTimer list|48|10
    IOAccelResource|360|300
    IOGraphics aperture|2048|380
    sandbox profile|200|30
    sandbox policy|48|55
    quarantine info|128|5
    """
}
