/// A short text of each tool that lists processes.
enum ProcessTexts {
  static let taskInfo = """
    num tasks: 3

    process: "kernel_task" [0] [unique ID: 0]
    architecture: ???
    coalition (type 0) ID: 1
    coalition (type 1) ID: 3
    suspend count: 0
    virtual bytes: 74.61 GB; phys_footprint bytes: 64.00 kB; phys_footprint lifetime maximum bytes: 60.86 MB
    run time: 2131 s
    threads:
    \tthread ID: 0x65 / 101
    \tvirtual bytes: 1.00 GB; phys_footprint bytes: 9.00 GB

    process: "say "hi" [7]" [812] [unique ID: 900]
    coalition (type 1) ID: 44
    virtual bytes: 4.13 GB; phys_footprint bytes: 342.60 MB; phys_footprint lifetime maximum bytes: 794.89 MB
    threads:

    process: "newer" [813] [unique ID: 901]
    coalition (type 1) ID: 44
    virtual bytes: 4.13 GiB; phys_footprint bytes: 1.50 GiB; phys_footprint lifetime maximum bytes: 2049.00 MiB
    neural footprint: 0.00 B; neural footprint lifetime maximum bytes: 0.00 B

    """

  static let spindump = """
    Date/Time:        2022-09-30 22:03:43.038 -0500
    End time:         2022-09-30 22:03:45.032 -0500
    Hardware model:   iPhone14,3
    Time Since Boot:  34084s

    Process:          absd [816]

    Process:          absd [816]
    UUID:             11832089-1B4F-35AE-A661-CB7C3DF766DF
    Path:             /usr/sbin/absd
    Parent:           launchd [1]
    Footprint:        1216 KB
    Time Since Fork:  33462s

      Thread 0x467d    8 samples (1-8)    priority 4 (base 4)
      8  ??? (dyld + 88392) [0x1a8fad948]

    Process:          Follow [Up] [760] (suspended)
    Path:             /Applications/Follow.app/PlugIns/Up.appex/Up
    Parent:           launchd [1]
    Responsible:      absd [816]
    Footprint:        40.91 MB -> 40.22 MB (-712 KB) (max 43.73 MB at time indexes 590-591)

    Process:          idle [761]
    Footprint:        12.73 MB -> 12.73 MB (+0  B) (max 13.55 MB at time index 586)

    Process:          shrinking [762]
    Footprint:        272 KB -> 196 KB (-76 KB)

    Spindump binary format
    YnBsaXN0MDDUAQIDBAUGBwpYJHZlcnNpb25ZJGFyY2hpdmVyVCR0b3BYJG9iamVjdHMSAAGGoF8Q

    """

  static let top = """
    Processes: 3 total, 1 running, 2 sleeping, 976 threads
    2000/12/31 19:35:48
    PhysMem: 6083M used (1950M wired), 10G unused.

    PID   COMMAND          %CPU TIME     #TH   MEM    PURG   CMPRS PPID STATE
    1288  AddressBookSourc 0.0  00:00.36 4     4988K+ 168K   0B    1    sleeping
    1263  Keychain Circle  0.0  00:00.23 3     4280K  0B     12M   1    sleeping
    0     kernel_task      0.0  27:17.16 131/4 65536B 0B     0B    0    running
    Processes: 3 total, 1 running, 2 sleeping, 976 threads
    2000/12/31 19:35:49
    PhysMem: 6266M used (1950M wired), 10G unused.

    PID   COMMAND          %CPU TIME     #TH   MEM    PURG   CMPRS PPID STATE
    1288  AddressBookSourc 0.0  00:00.36 4     183M   168K   0B    1    sleeping

    """

  static let jetsamPriority = """
    name,pid,priority,priority_name,footprint,footprint_peak
    SpringBoard,547,160,HOME,94208,141216
    "Example, the app",760,0,IDLE,4848,-

    """

  static let ps = """
    USER               UID   PID  PPID  %CPU %MEM PRI NI      VSZ    RSS WCHAN    TT  STAT STARTED      TIME COMMAND
    root                 0     1     0   0.7  0.1  37  0  4329828  15896 -        ??  Ss    7:00PM   0:23.95 /sbin/launchd
    root                 0    41     1   0.0  0.1  31  0  4337036  19752 -        ??  Ss    7:00PM   0:03.01 /usr/libexec/UserEventAgent (System)
    tester             501   812     1   0.0  0.1   4  0  4335948   9640 -        ??  Ss    7:00PM   0:00.61 /Applications/Example Browser.app/Contents/MacOS/Example Browser --type=renderer /tmp/x
    tester             501   900   812   0.0  0.0  31  0  4268000   1000 -        s000 Ss   7:01PM   0:00.01 -zsh

    """

  static let psThread = """
    USER               PID   TT   %CPU STAT PRI     STIME     UTIME COMMAND  PPID %MEM PRI NI      VSZ    RSS WCHAN  STARTED      TIME COMMAND
    root                 1   ??    0.0 S    31T   0:00.00   0:00.00 /sbin/l     0  0.1 31T  0  4329828  15896 -       7:00PM   0:23.95 /sbin/launchd
                         1         0.0 S    37T   0:00.08   0:00.03             0  0.1 37T  0  4329828  15896 -       7:00PM   0:23.95

    """
}
