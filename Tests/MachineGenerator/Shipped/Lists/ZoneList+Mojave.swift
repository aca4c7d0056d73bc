extension ZoneList {
  /// Name|element bytes|MiB held.
  static let mojave = """
    vm objects|248|61.5
    vm object hash entries|40|6.4
    vm pages|56|2.1
    VM map entries|80|18.9
    VM map holes|32|1.2
    maps|256|0.4
    pmap|456|0.2
    pagetable anchors|4096|1.4
    pv_list|48|34.1
    ipc ports|168|22.7
    ipc tables 8|128|1.1
    ipc importance elements|232|0.6
    ipc kmsgs|256|0.3
    tasks|1600|0.7
    threads|2192|4.8
    uthreads|696|1.5
    vnodes|240|66.2
    namecache|80|24.3
    ubc_info zone|80|14.6
    vnode pager structures|48|6.7
    apfs vnode|1296|142.8
    jhash|64|9.9
    HFS node|608|2.3
    buf headers|272|3.2
    kalloc.16|16|17.3
    kalloc.32|32|11.4
    kalloc.48|48|14.0
    kalloc.64|64|26.6
    kalloc.80|80|9.1
    kalloc.96|96|6.2
    kalloc.128|128|19.0
    kalloc.160|160|7.3
    kalloc.192|192|9.8
    kalloc.224|224|5.2
    kalloc.256|256|12.5
    kalloc.288|288|4.1
    kalloc.368|368|14.2
    kalloc.400|400|9.0
    kalloc.512|512|61.7
    kalloc.576|576|0.4
    kalloc.768|768|9.2
    kalloc.1024|1024|29.4
    kalloc.1152|1152|1.6
    kalloc.1280|1280|0.8
    kalloc.1664|1664|1.1
    kalloc.2048|2048|24.9
    kalloc.4096|4096|18.8
    kalloc.6144|6144|2.5
    kalloc.8192|8192|7.7
    mbuf|256|4.0
    mbuf cluster|2048|5.6
    socket|888|1.1
    proc|1136|0.6
    file glob|64|0.9
    kauth cred|176|0.3
    compressor segment|384|0.7
    """
}
