extension ZoneList {
  /// Name|element bytes|MiB held on the Intel Mac of 12; "-" there: newer kernels only|MiB on the
  /// Mac of 26.
  static let modern = """
    vm.permanent|1|9.1|14.6
    vm.permanent.percpu|1|0.5|0.9
    vm objects|256|58.1|92.4
    vm object hash entries|40|4.4|-
    vm pages array|48|0.9|1.6
    vm map entries|80|31.6|61.2
    VM map holes|32|1.3|2.0
    VM map copies|80|0.1|0.2
    maps|256|0.5|0.9
    pmap|512|0.4|-
    pmap_asids|8|-|0.1
    pv_list|48|28.8|-
    pv_entry|64|-|3.1
    PVE-batch|512|-|6.2
    ipc ports|144|24.7|41.3
    ipc vouchers|56|0.2|0.3
    ipc importance elements|112|1.1|2.4
    ipc kmsgs|256|0.5|0.8
    ipc space|192|0.2|0.5
    ipc service port labels|32|0.1|0.2
    tasks|1400|1.2|2.3
    threads|2000|7.6|14.1
    threads_ro|96|-|1.1
    uthreads|600|2.3|-
    proc_task|2800|1.6|3.9
    proc_ro|144|-|0.3
    proc stats|456|0.4|0.6
    proc groups|72|0.1|0.1
    session|128|0.1|0.1
    sigacts|112|0.2|0.3
    turnstiles|160|1.4|2.6
    semaphore|64|0.3|0.7
    waitq sets|96|0.6|0.9
    thread call|128|0.7|1.2
    recount task|64|-|0.5
    workq threads|88|0.3|0.4
    vnodes|248|73.9|112.7
    namecache|72|20.4|33.8
    namecache.smr|88|-|9.2
    ubc_info zone|88|16.6|25.1
    vnode pager structures|48|8.2|12.5
    cluster io states|112|0.1|0.1
    apfs_inode|712|-|58.4
    apfs vnode|1296|118.7|-
    apfs_jobj|128|12.0|21.5
    apfs_dir_rec|96|6.3|10.6
    jhash|64|7.8|12.9
    buf headers|280|3.9|5.5
    decmpfs_cnode|48|2.1|3.4
    file glob|72|1.2|2.4
    fileproc|16|0.5|0.9
    filedesc|352|0.3|0.6
    kauth cred|184|0.4|-
    cred|144|-|0.4
    cred_entry|24|-|0.1
    MAC Labels|64|1.6|2.5
    audit_session|96|0.1|0.1
    knotes|120|1.4|2.2
    kqueue file|296|0.4|0.6
    kqueue workqueue|304|0.2|0.4
    select set|240|0.1|0.2
    pipe zone|208|0.3|0.6
    socket|936|2.2|4.1
    unpcb|208|0.7|1.4
    inpcb|608|0.6|1.1
    tcpcb|1480|0.9|1.7
    tcp_rxt_seg|40|0.1|0.1
    flow_divert_pcb|392|0.1|0.2
    nstat_tucookie|272|0.3|0.5
    necp flow|256|0.2|0.5
    necp client|896|0.4|0.9
    content filter entry|336|0.5|3.8
    rtentry|280|0.1|0.2
    ifnet|1800|0.1|0.2
    in6_ifaddr|352|0.1|0.1
    mbuf|256|9.4|12.4
    data.mbuf.cluster.2k|2048|11.0|17.8
    data.mbuf.cluster.4k|4096|4.2|6.3
    data.mbuf.cluster.16k|16384|8.0|12.0
    mbuf.composite.2k|2336|0.3|0.6
    skywalk region|320|0.4|0.8
    skywalk flow entry|1152|0.3|0.6
    skywalk.nexus|256|0.1|0.2
    mcache|832|0.1|0.2
    mcache bkt_31|264|0.2|0.3
    mcache bkt_127|1032|0.5|0.8
    zcc_magazine_zone|128|2.8|6.2
    percpu.64|64|0.3|0.6
    kcdata descriptors|48|0.1|0.1
    OSMetaClass|160|0.4|-
    iokit.IOMemoryDescriptor|144|-|1.3
    iokit.IOService|136|-|2.9
    iokit.IOEventSource|72|-|0.4
    iokit.OSDictionary|48|-|4.1
    iokit.OSString|40|-|3.7
    iokit.OSNumber|24|-|1.8
    iokit.OSSymbol|48|-|2.2
    iokit.OSArray|40|-|1.4
    iokit.OSData|56|-|2.6
    IOSurfaceClient|208|0.3|0.8
    IOGPUResource|448|-|16.4
    IOAccelResource|480|9.7|-
    hv_vcpu|16384|-|0.4
    compressor segment|400|1.1|5.6
    c_slot_mapping|8|-|2.8
    swapfile|96|0.1|0.1
    code signing blobs|136|1.2|2.4
    cs_trust_cache|96|-|0.3
    sandbox profile|200|0.8|1.7
    sandbox extension|112|0.6|1.3
    AMFI entitlements|88|-|0.7
    coalitions|352|0.2|0.4
    corpse info|160|0.1|0.1
    es_client|2048|-|0.3
    es_message|1024|-|6.9
    exclaves resource|192|-|0.1
    suid cred|24|0.1|0.1
    memorystatus snapshot|320|0.1|0.1
    kpersona|232|0.1|0.1
    flow switch stats|640|0.1|0.3
    bpf descriptors|456|0.1|0.1
    utun pcb|512|0.1|0.4
    ipsec pcb|640|0.1|0.1
    autofs nodes|248|0.1|0.1
    tmpfs node|160|0.1|0.2
    lifs node|744|0.2|0.5
    smb nodes|568|0.1|0.1
    devfs node|152|0.1|0.1
    fsevents|160|0.5|0.7
    doc tombstone|1056|0.1|0.1
    dtrace probes|88|0.1|0.1
    """
}
