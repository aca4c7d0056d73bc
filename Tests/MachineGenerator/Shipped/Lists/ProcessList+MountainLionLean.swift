extension ProcessList {
  /// Name|KiB|shape|how many; the first 26 rows run after a clean boot.
  static let mountainLionLean = """
    launchd|5200|small|1
    UserEventAgent|4100|small|2
    kextd|2400|small|1
    fseventsd|2100|small|1
    configd|3300|small|1
    powerd|1900|small|1
    syslogd|1100|small|1
    notifyd|900|small|1
    diskarbitrationd|1500|small|1
    opendirectoryd|7200|small|1
    mds|38000|small|1
    mDNSResponder|2900|small|1
    securityd|4600|small|1
    blued|2700|small|1
    airportd|4100|small|1
    coreservicesd|6400|small|1
    hidd|1700|small|1
    coreaudiod|4900|small|1
    distnoted|1400|small|2
    WindowServer|64000|large|1
    loginwindow|12800|large|1
    Dock|21000|large|1
    SystemUIServer|17500|large|1
    Finder|31000|large|1
    cfprefsd|1600|small|2
    sysdiagnose|2200|small|1
    Safari|184000|large|1
    WebProcess|266000|large|1
    Mail|121000|large|1
    Terminal|28000|large|1
    bash|1100|small|2
    Example Editor|143000|large|1
    Test Virtual Machine|2048000|vm|1
    Test Sync|58000|small|1
    """
}
