extension ZoneList {
  /// Name | element bytes | weight after a clean boot | weight of accumulation with use.
  static let mountainLionLean = """
    zones|544|1|0
    vm objects|224|520|560
    vm object hash entries|40|90|110
    maps|232|1|1
    VM map entries|80|110|60
    VM map copies|80|1|0
    pmap|256|3|1
    pv_list|48|220|90
    mem_obj_control|16|40|60
    mem_obj_hash|24|12|8
    kalloc.16|16|70|25
    kalloc.32|32|110|70
    kalloc.64|64|260|300
    kalloc.128|128|310|330
    kalloc.256|256|420|1900
    kalloc.512|512|260|140
    kalloc.1024|1024|380|420
    kalloc.2048|2048|520|380
    kalloc.4096|4096|700|700
    kalloc.8192|8192|480|320
    ipc spaces|152|2|0
    ipc ports|160|52|14
    ipc port sets|96|4|1
    ipc kmsgs|256|3|0
    tasks|1144|4|1
    threads|1248|14|3
    uthreads|408|8|1
    semaphores|88|2|1
    wait queue sets|72|4|1
    proc|976|4|1
    sigacts|3112|6|1
    cred|152|2|1
    kauth_ident|120|1|0
    x86 fpsave state|832|9|1
    vnodes|248|700|1500
    namecache|72|220|560
    buf.512|512|20|25
    buf.1024|1024|25|20
    buf.2048|2048|35|40
    buf.4096|4096|130|160
    buf.8192|8192|170|190
    buf headers|240|60|60
    ubc_info zone|80|170|420
    vnode pager structures|40|90|200
    HFS node|560|1100|3100
    HFS fork|240|520|1300
    CNode|128|2|2
    cluster_write|88|6|10
    decmpfs cnode|48|70|110
    decmpfs block|64|16|20
    file glob|64|3|1
    filedesc|320|1|0
    filedesc0|5528|3|1
    knotes|104|4|1
    pipe|208|2|0
    select set|240|3|1
    socket|448|9|3
    so_udp|360|2|0
    tcpcb|928|4|1
    inpcb|376|4|1
    udpcb|376|2|0
    rtentry|280|2|1
    unpcb|184|4|1
    mbuf|256|40|10
    mbuf cluster|2048|60|20
    bigcluster|4096|22|8
    mcache bkt_15|136|2|0
    mcache bkt_127|1032|3|0
    specinfo|208|1|0
    IOMemoryDescriptor|128|60|14
    IOSurface client|96|8|3
    IOBuffer pool|4096|320|190
    OSSymbol|32|90|4
    OSData|40|80|6
    OSDictionary|48|130|22
    OSArray|40|30|5
    OSNumber|24|70|6
    OSString|40|110|12
    IORegistry entry|120|60|2
    IOService state|88|24|2
    IOAccelResource|360|90|70
    IOGraphics aperture|2048|160|110
    sandbox profile|200|16|6
    quarantine info|128|3|4
    kernel_stacks|16384|65|70
    page_tables|4096|640|1500
    kalloc.large|61600|330|210
    """
}
