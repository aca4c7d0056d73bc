extension ProcessList {
  /// Name|footprint in KiB|shape|how many.
  static let lean = """
    launchd|21400|small|1
    logd|24900|small|1
    UserEventAgent|6900|small|1
    fseventsd|7900|small|1
    configd|9400|small|1
    endpointsecurityd|12800|small|1
    mds|61400|small|1
    opendirectoryd|15800|small|1
    syspolicyd|41800|small|1
    cfprefsd|5800|small|1
    tccd|9100|small|1
    airportd|16700|small|1
    bluetoothd|17900|small|1
    mDNSResponder|8600|small|1
    coreaudiod|31900|small|1
    runningboardd|13500|small|1
    kernelmanagerd|8100|small|1
    mds_stores|289000|small|1
    WindowServer|980000|large|1
    Dock|83400|large|1
    Finder|148000|large|1
    Safari|512000|large|1
    com.apple.WebKit.WebContent|231000|large|3
    Example Editor|462000|large|1
    ExampleServer|318000|large|1
    com.example.edr.sensor.systemextension|214000|small|1
    com.example.vpn.tunnel.network-extension|58000|small|1
    sysdiagnosed|12700|small|1
    """
}
