// swift-format-ignore-file: the text below is data.

/// The rules that ship, as YAML in the form of a user's own rules file.
enum ShippedRules {
  static let yaml = #"""
    # The rules that findings come from. `sysbalance rules explain ID` shows one; `--rules FILE` adds to them or changes them.
    #
    # for         what the rule is about; each kind has measures of its own, which a wrong word lists
    # name        names that it is about, `*` for any characters, `#` for a number; except: names that it is not about
    # needs       measures that must be known before anything is judged; those of the conditions are needed anyway
    # critical, warning, info
    #             conditions that must all hold; tried in this order. Sizes take B, KiB, MiB, GiB, TiB; shares are 0 to 1, or %
    #             a list of lists is a list of alternatives
    # title, detail, recommendation
    #             {name} and {measure} are filled in
    # advice      other recommendations, each with the conditions (when) under which it takes the place of the usual one
    # sources     where the thresholds come from

    # ---- zones ----

    - id: zone-leak
      for: zone
      name: ["data.kalloc.*", "kalloc.*"]
      # A healthy, busy machine stays below 1.4 GiB; machines panicked at 19 to 20 GB, the capacity of their zone map.
      critical: [[zoneMap == known, shareOfZoneMap >= 30 %], [zoneMap == unknown, bytes >= 6 GiB]]
      warning: [[zoneMap == known, shareOfZoneMap >= 10 %, bytes >= 64 MiB], [zoneMap == unknown, bytes >= 2 GiB]]
      title: "zone {name} is abnormally large"
      detail: "{bytes} in {elements} elements; {shareOfKernel} of kernel memory"
      recommendation: >-
        Take a second sysdiagnose some hours later without a restart and run compare: growth within one boot tells a leak from a peak.
        A restart frees the zone. Release kernels do not name who allocated from a kalloc zone: endpoint-security clients, network and
        file system extensions and processes that grew along with it are suspects by correlation only; update or stop one at a time.
      advice:
        - when: [platform != macOS, platform != unknown]
          then: >-
            Take a second sysdiagnose some hours later without a restart and run compare: growth within one boot tells a leak from a
            peak. A restart frees the zone. This system does not say who allocates; an app whose use makes it grow is a suspect.
      sources:
        - "anthropics/claude-code #66020, #44824, #82941: data.kalloc.1024 grows to about 20 GB and the Mac panics"
        - "anomalyco/opencode #32002, #32464; orbstack #2368: the same zone"
        - "measured there: 2 to 3 MB idle, 0.67 to 1.37 GiB over 12 healthy days; watchers warn at 1 to 4 GiB, critical at 6 to 8 GiB"
        - "2 GiB and 6 GiB within these ranges, 10 % and 30 % of the map as these are of 20 GB: chosen by this project"

    - id: zone-large
      for: zone
      except: ["data.kalloc.*", "kalloc.*"]
      critical: [[zoneMap == known, shareOfZoneMap >= 30 %], [zoneMap == unknown, bytes >= 6 GiB]]
      warning: [[zoneMap == known, shareOfZoneMap >= 10 %, bytes >= 64 MiB], [zoneMap == unknown, bytes >= 2 GiB]]
      title: "zone {name} is very large"
      detail: "{bytes} in {elements} elements; {shareOfKernel} of kernel memory"
      recommendation: >-
        Compare with an archive of the same boot to see whether it grows. A zone with a name of its own belongs to one subsystem
        (vnodes, ports, map entries): look for the process that holds as many of its things; that is correlation, not proof.
      sources:
        - "openzfsonosx/zfs #132, #264, #700; Karabiner-archived #644: zones of other names that grew"
        - "thresholds chosen by this project, as for kalloc zones"

    - id: zone-share
      for: zone
      # Above 2 GiB zone-leak and zone-large speak: size alone must be enough there, since a share can hide a leak.
      warning: [shareOfKernel >= 40 %, bytes >= 512 MiB, bytes < 2 GiB]
      title: "zone {name} is a large part of the kernel"
      detail: "{bytes} in {elements} elements; {shareOfKernel} of kernel memory"
      recommendation: >-
        Compare with an archive of the same boot some hours later: a zone that alone is two fifths of the kernel is unusual, but only
        growth makes it a leak.
      sources:
        - "rocky #1255: a percentage and a floor together missed a real leak, so this rule only adds to those by size"
        - "thresholds chosen by this project"

    - id: zone-map-full
      for: machine
      needs: [zoneMapBytes]
      critical: [zoneMapShare >= 95 %]
      warning: [zoneMapShare >= 80 %]
      title: "the zone map is close to its capacity"
      detail: "{zoneMapBytes} of {zoneMapCapacityBytes} in use, {zoneMapShare}"
      recommendation: >-
        Restart soon, and look at the largest zones for what fills the map. When it is full, the kernel panics ("zone map exhausted").
      sources:
        - "the kernel's own log: Zone map size 6126231552, capacity 6442450944 [jetsam limit 95%]"
        - "95 % is the kernel's limit; 80 % chosen by this project"

    - id: zone-map-was-full
      for: jetsam
      needs: [zoneMapBytes]
      warning: [zoneMapShare >= 95 %]
      info: [zoneMapShare >= 80 %]
      title: "the zone map was close to its capacity before the capture"
      detail: "{name}: {zoneMapBytes} of {zoneMapCapacityBytes}, {zoneMapShare}; the largest zone was {largestZone}, {largestZoneBytes}"
      recommendation: >-
        See whether the same zone is large again at the capture. The kernel kills processes when the zone map is nearly full.
      sources:
        - "JetsamEvent reports: memoryStatus.zoneMapSize and zoneMapCap, at the time of the event"
        - "95 % is the kernel's jetsam limit; 80 % chosen by this project"

    - id: panic-zone
      for: panic
      critical: [cause == zoneMapExhausted]
      title: "the kernel panicked for zone {name}"
      detail: "at the panic {held}; {atCapture}; {circumstances}"
      recommendation: >-
        Suspect first a backtrace that the kernel itself suspects, then third-party kexts in the backtrace: update or remove them. The
        kernel named the largest zone, not its owner. The zone is empty after the restart and says nothing of the cause; if it grows
        again, compare archives of one boot, and see which extension or process is new.
      advice:
        - when: [platform != macOS, platform != unknown]
          then: >-
            Report it to Apple with the panic report. The kernel named the largest zone, not its owner. The zone is empty after the
            restart and says nothing of the cause; if it grows again, compare archives of one boot, and see which app was in use.
      sources:
        - "xnu osfmk/kern/zalloc.c: zone map exhausted while allocating from zone …, likely due to memory leak in zone …"
        - "anthropics/claude-code #66020: panics at 19 to 20 GB"
        - "critical whatever the zone holds after the restart: chosen by this project"

    - id: panic-corruption
      for: panic
      warning: [cause == zoneCorrupted]
      title: "the kernel found damaged memory in zone {name}"
      detail: "{message}; {circumstances}"
      recommendation: >-
        Update or remove third-party kexts, those in the backtrace first. Something wrote where it must not: that is no leak and no
        lack of memory. If such panics come with different zones and without third-party kexts, test the machine's memory.
      sources:
        - "xnu osfmk/kern/zalloc.c: a freed zone element has been modified in zone …; element modified after free"
        - "severity chosen by this project"

    - id: panic-compressor
      for: panic
      critical: [compressorState == bad]
      warning: [compressorState == lowSwap]
      title: "the machine panicked without room to compress or swap memory"
      detail: "{compressor}; {circumstances}"
      recommendation: >-
        Find the processes with the largest footprint in a sysdiagnose that was taken while memory was short, and limit or restart
        them. Free disk space where the swap space was low. User memory filled the compressor: a watchdog in the message is only how
        it ended.
      sources:
        - "the kernel's own line: Compressor Info: 30% of compressed pages limit (OK) and 100% of segments limit (BAD) with 8 swapfiles and LOW swap space"
        - "critical at BAD, the kernel's own word; low swap space alone: chosen by this project"

    - id: panic-other
      for: panic
      info: [cause == other]
      title: "the archive holds a panic that names no zone"
      detail: "{message}; {circumstances}"
      recommendation: "Read the report: it need not be about memory."
      sources:
        - "threshold chosen by this project: any such panic is worth knowing"

    # ---- wired memory and kexts ----

    - id: page-tables
      for: machine
      needs: [pageTableBytes]
      critical: [pageTableShare >= 20 %]
      warning: [pageTableShare >= 5 %]
      title: "page tables are out of proportion"
      detail: "{pageTableBytes}, {pageTableShare} of installed memory"
      recommendation: >-
        Look for a process with very large mappings (media servers, databases, virtual machines) and restart it; compare shows which
        process grew at the same time. Page tables follow what processes map, not what they use.
      sources:
        - "jellyfin #17640: VM_KERN_MEMORY_PTE 8.5 GB"
        - "5 % and 20 % of installed memory, a healthy machine having 1 %: chosen by this project"

    - id: wired-tag-large
      for: wiredTag
      except: ["VM_KERN_MEMORY_PTE", "VM_KERN_MEMORY_PMAP"]
      warning: [shareOfInstalled >= 15 %]
      info: [shareOfKernel >= 40 %, bytes >= 512 MiB]
      title: "{name} is a large part of wired memory"
      detail: "{bytes}; {shareOfKernel} of kernel memory, {shareOfInstalled} of installed memory"
      recommendation: >-
        Compare with an archive of the same boot to see whether it grows. A tag names the subsystem that asked, not the program behind
        it. VM_KERN_MEMORY_IOKIT may hold buffers that processes wired.
      sources:
        - "xnu osfmk/mach/vm_statistics.h: the tags"
        - "thresholds chosen by this project"

    - id: kext-heap-large
      for: kext
      critical: [heapBytes >= 4 GiB]
      warning: [heapBytes >= 512 MiB]
      info: [heapBytes >= 128 MiB]
      title: "third-party kext {name} holds much memory"
      detail: "{heapBytes} allocated beside an image of {imageBytes}; {shareOfKernel} of kernel memory"
      recommendation: >-
        Update it, or remove it and restart, and compare. This counts what the kext allocated itself as wired memory; what it has in
        zones is not attributed to anyone.
      sources:
        - "objective-see/BlockBlock #12; CPUTune #18; SoftEtherVPN #378: third-party kexts that leaked"
        - "xnu osfmk/vm/vm_resident.c: a kext's row is its own wired allocations, not its code"
        - "thresholds chosen by this project"

    # ---- the machine ----

    - id: kernel-share
      for: machine
      needs: [kernelBytes]
      critical: [kernelShare >= 50 %]
      warning: [kernelShare >= 35 %]
      title: "the kernel holds a large part of installed memory"
      detail: "{kernelBytes} of {installedBytes}, {kernelShare}"
      recommendation: >-
        Compare with an archive of the same machine after a restart to see what has accumulated. The ledger names what it consists of.
      sources:
        - "thresholds chosen by this project"

    - id: wired-share
      for: machine
      needs: [wiredBytes]
      critical: [wiredShare >= 75 %]
      warning: [wiredShare >= 50 %]
      title: "much of installed memory is wired"
      detail: "{wiredBytes} of {installedBytes} cannot be paged out, {wiredShare}"
      recommendation: >-
        Look at the list of wired memory: it names the owners. Wired memory is the kernel's, or was wired for devices, virtual machines
        and mlock.
      sources:
        - "thresholds chosen by this project"

    - id: compressor-pressure
      for: machine
      needs: [compressorBytes]
      # A full compressor is how the system is meant to work; swap shows that it was not enough.
      critical: [compressorShare >= 50 %, swapShare >= 50 %]
      warning: [compressorShare >= 25 %, swapShare >= 25 %]
      info: [compressorShare >= 25 %]
      title: "the compressor takes much of installed memory"
      detail: "{compressorBytes} of {installedBytes} hold compressed pages, {compressorShare}; swap in use: {swapUsedBytes}"
      recommendation: >-
        Look at the largest processes: together they want more than there is. A kernel that grew leaves them less.
      sources:
        - "thresholds chosen by this project"

    - id: unexplained-large
      for: machine
      needs: [unexplainedBytes]
      warning: [unexplainedShare >= 25 %]
      info: [unexplainedShare >= 15 %]
      title: "much of installed memory is not explained"
      detail: "{unexplainedBytes}, {unexplainedShare} of {installedBytes}; negative where bytes are counted twice"
      recommendation: >-
        Take the other figures with care: a section may be damaged or incomplete, memory may be held by devices or virtual machines
        that no section of the archive tells of, or shared memory may be counted for several processes.
      sources:
        - "thresholds chosen by this project"

    - id: process-dominates
      for: process
      needs: [bytes]
      critical: [shareOfInstalled >= 80 %]
      warning: [shareOfInstalled >= 40 %]
      info: [shareOfUser >= 50 %, bytes >= 2 GiB]
      title: "{name} dominates the memory of the processes"
      detail: "{bytes}; of all processes {shareOfUser}, of installed memory {shareOfInstalled}"
      recommendation: >-
        Restart it, and see whether it grows again. Its footprint also counts what is compressed and swapped.
      sources:
        - "thresholds chosen by this project"

    - id: process-was-larger
      for: process
      # Both must hold: a small process that shrank, or a large one that shrank a little, is no trace of anything.
      info: [belowPeakBytes >= 400 MiB, shareOfPeak <= 50 %]
      title: "{name} was far larger than it is"
      detail: "was {peakBytes}, is {bytes}"
      recommendation: >-
        Take the next sysdiagnose while memory is short, or compare with an earlier one of the same boot. The process may have caused
        memory pressure before the capture, but its lifetime maximum has no time.
      sources:
        - "taskinfo: phys_footprint lifetime maximum; an iPhone on 16.0.2 had a process that was 794.89 MB and is 342.60 MB"
        - "thresholds chosen by this project"

    - id: memory-tag-storage
      for: machine
      needs: [tagStorageBytes]
      info: [tagStorageBytes > 0]
      title: "memory is set aside for memory tags"
      detail: "{tagStorageBytes}, {tagStorageShare} of installed memory"
      recommendation: >-
        Nothing to do: processors with memory tagging keep 1/32 of memory for the tags. It is neither kernel nor user memory here.
      sources:
        - "vm_stat of macOS 27: Pages tag-storage"

    - id: vnodes-low
      for: machine
      needs: [vnodesShare]
      critical: [vnodesShare <= 2 %]
      warning: [vnodesShare <= 10 %]
      title: "few vnodes are left"
      detail: "{vnodesAvailable} of {vnodesLimit} are available, {vnodesShare}"
      recommendation: >-
        Look for a process with very many open files (lsof), such as a watcher, an indexer or a backup, and restart it; a restart of
        the machine frees all. Each open or cached file takes a vnode, and the system stalls when none is left.
      advice:
        - when: [platform != macOS, platform != unknown]
          then: "Restart the device. Each open or cached file takes a vnode, and the system stalls when none is left."
      sources:
        - "spindump's line Vnodes Available, 13.0 and later"
        - "thresholds chosen by this project"

    - id: installed-implausible
      for: machine
      info: [installedMemory == implausible]
      title: "Installed memory of {disbelievedBytes} is not believed"
      detail: "no machine has that much or that little; shares of installed memory are left out"
      recommendation: "Look at the line hw.memsize of sysctl.txt: the text may be damaged or edited."
      sources:
        - "between 64 MiB and 64 TiB is believed: chosen by this project"

    # ---- the archive ----

    - id: archive-damaged
      for: machine
      warning: [damage != none]
      title: "the archive could not be read whole"
      detail: "{damage}: {problem}"
      recommendation: >-
        Copy or download the archive again, or take a new sysdiagnose. Sections that were read whole before the damage can be
        used; a checksum that does not fit means that any number may be wrong.
      advice:
        - when: [damage == limited]
          then: >-
            Read the archive again with a higher limit, if it is to be trusted: the message on standard error names the option. What was
            read before the limit can be used.
        - when: [damage == unreadable]
          then: >-
            Read the message: it says why nothing could be read. If the path is right and the file is a sysdiagnose archive, copy or
            download it again.
        - when: [damage == problems]
          then: "Read the message: it names what was skipped. The rest can be used."
      sources:
        - "threshold chosen by this project: any damage"

    - id: zprint-redacted
      for: machine
      warning: [zoneSizes == redacted]
      title: "zone sizes are redacted"
      detail: "zprint printed no sizes beside elements in use: it was not run as root"
      recommendation: >-
        Take the sysdiagnose with sudo, or from an administrator's account. Zones are counted by their elements in use, a lower bound.
      sources:
        - "xnu: sizes of zones are hidden from tools without privilege since macOS 13.3"

    - id: zprint-missing
      for: section
      name: zprint
      warning: [state == missing, input == archive, reason != notCollected, reason != absent]
      info: [state == missing, input == archive]
      title: "zprint is not in the archive"
      detail: "{reason}; the kernel is known from footprint's kernel_task, if at all"
      recommendation: >-
        Run `sudo zprint -t -w > zprint.txt` on the Mac in the same boot and report that text as well.
      advice:
        - when: [reason == notReached]
          then: >-
            Read the archive again without --fast, or from a whole copy: it was not read to its end.
        - when: [platform != macOS, platform != unknown, reason == failed]
          then: "Take another sysdiagnose: zprint ended with an error."
        - when: [platform != macOS, platform != unknown, reason == timedOut]
          then: "Take another sysdiagnose when the device is less busy: zprint was stopped at its time limit."
        - when: [platform != macOS, platform != unknown]
          then: >-
            Look for a JetsamEvent report: it gives the zone map and its largest zone. Nothing can be run on this device.
        - when: [reason == failed]
          then: >-
            Take another sysdiagnose, or run `sudo zprint -t -w > zprint.txt` on the Mac in the same boot: zprint ended with an error.
        - when: [reason == timedOut]
          then: >-
            Take another sysdiagnose when the Mac is less busy, or run `sudo zprint -t -w > zprint.txt` in the same boot: zprint was
            stopped at its time limit.
        - when: [reason == notCollected]
          then: >-
            Run `sudo zprint -t -w > zprint.txt` on the Mac in the same boot and report that text as well. sysdiagnose skips zprint in
            its customer mode, and will again.
      sources:
        - "sysdiagnose.log of a 10.14.5 archive: zprint skipped in customer mode"

    - id: footprint-missing
      for: section
      name: footprint
      # Systems other than macOS, and OS X to 10.10, never run footprint: there is nothing to find.
      warning:
        - state == missing
        - input == archive
        - platform != iOS
        - platform != watchOS
        - platform != tvOS
        - platform != visionOS
        - release != to10.10
        - reason != notCollected
        - reason != absent
      info:
        - state == missing
        - input == archive
        - platform != iOS
        - platform != watchOS
        - platform != tvOS
        - platform != visionOS
        - release != to10.10
      title: "footprint is not in the archive"
      detail: "{reason}; the categories of each process are not known"
      recommendation: >-
        Run `sudo footprint -v -w -a > footprint-all.txt` on the Mac in the same boot and report that text as well.
      advice:
        - when: [reason == notReached]
          then: >-
            Read the archive again without --fast, or from a whole copy: it was not read to its end.
        - when: [reason == timedOut]
          then: >-
            Take another sysdiagnose when the machine is less busy: footprint may take minutes, and is stopped at its time limit.
        - when: [reason == failed]
          then: "Take another sysdiagnose: footprint ended with an error."
      sources:
        - "taskSummary.csv and sysdiagnose.log of the archive: how the tool ended"
        - "severities chosen by this project: info where sysdiagnose never meant to run it"

    - id: section-cut-short
      for: section
      warning: [state != missing, ending != whole]
      title: "{name} is cut short"
      detail: "{ending}; what came after is not known"
      recommendation: >-
        Take sums over it as lower bounds. If its tool was stopped at its time limit, take another sysdiagnose when the machine is less
        busy.
      sources:
        - "threshold chosen by this project: any cut"

    - id: section-unreadable
      for: section
      warning: [state == unreadable]
      # A cut leaves half a line. section-cut-short reports that.
      info: [state == partial, unreadLines > 0, ending != cutShort]
      title: "{name} could not be understood whole"
      detail: "lines that were not understood: {unreadLines}"
      recommendation: >-
        Report the lines, which are in the JSON report, with the OS build. A new OS may print the section in a new way.
      sources:
        - "threshold chosen by this project: any line"

    # ---- processes that vmmap, heap or leaks examined ----

    - id: malloc-fragmentation
      for: examinedProcess
      warning: [fragmentationShare > 50 %, fragmentationBytes >= 100 MiB]
      title: "malloc's zones of {name} are fragmented"
      detail: "{fragmentationBytes} of their memory is in no live block, {fragmentationShare}; live blocks are {heapBytes}"
      recommendation: >-
        Restart the process to get the memory back. A page cannot be returned while one block on it lives: allocate short-lived blocks
        in a zone of their own.
      sources:
        - "vmmap(1): FRAG SIZE is dirty and swapped memory that no live block needs"
        - "50 % and 100 MiB: chosen by this project"

    - id: malloc-kept-empty
      for: examinedProcess
      info: [keptEmptyShare > 10 %]
      title: "malloc of {name} keeps freed large blocks"
      detail: "MALLOC_LARGE (empty) holds {keptEmptyBytes}, {keptEmptyShare} of the footprint"
      recommendation: >-
        Look for no leak here: the process freed this memory, and malloc keeps it for reuse. It is in no zone, class or leak. It goes
        back to the system when memory runs low, or when the process calls malloc_zone_pressure_relief.
      sources:
        - "vmmap of macOS 26.4.1: MALLOC rows exceed the zones by this row"
        - "10 % of the footprint: chosen by this project"

    - id: graphics-unmapped
      for: examinedProcess
      info: [unmappedShare > 25 %]
      title: "{name} owns much memory that it does not map"
      detail: "{unmappedBytes}, {unmappedShare} of the footprint"
      recommendation: >-
        Look for images and layers that are kept, and use Metal's own tools. Such memory is most often of the graphics processor:
        textures, buffers, surfaces. heap and leaks do not see it.
      sources:
        - "footprint and vmmap of one process on macOS 26.6: RESIDENT of owned unmapped is the footprint's category"
        - "25 % of the footprint: chosen by this project"

    - id: process-page-tables
      for: examinedProcess
      info: [pageTableShare > 5 %]
      title: "the page tables of {name} are out of proportion"
      detail: "{pageTableBytes}, {pageTableShare} of the footprint"
      recommendation: >-
        Look for very large or very many mappings. Page tables follow what a process maps, not what it uses.
      sources:
        - "vmmap of macOS 26: page table in kernel, charged to process physical footprint"
        - "5 % of the footprint: chosen by this project"

    - id: process-swapped-out
      for: examinedProcess
      info: [swappedShare > 50 %]
      title: "most memory of {name} is compressed or swapped out"
      detail: "{swappedBytes} swapped, {dirtyBytes} dirty and in memory"
      recommendation: >-
        Look at why the process keeps memory that it has not used for some time. Such memory counts in its footprint at full size, and
        costs the machine what the compressor takes for it.
      sources:
        - "vmmap(1): SWAPPED is not in DIRTY"
        - "more swapped than dirty: chosen by this project"

    - id: class-dominates
      for: examinedProcess
      info: [classShare > 50 %]
      title: "one class holds most live blocks of {name}"
      detail: "{largestClass}: {classBytes}, {classShare} of {heapBytes}"
      recommendation: >-
        Look at what keeps its instances. Blocks that heap calls non-object are not counted as a class.
      sources:
        - "heap(1): the table of classes"
        - "half of the live bytes: chosen by this project"

    - id: footprint-outside-heap
      for: examinedProcess
      info: [heapShare < 10 %, bytes >= 100 MiB]
      title: "the memory of {name} is not malloc's"
      detail: "live blocks are {heapBytes}, {heapShare} of {bytes}; the largest type of region is {largestType}"
      recommendation: >-
        Look at the types of region: IOSurface and graphics, VM_ALLOCATE, mapped files. heap and leaks show little of such a process.
      sources:
        - "one process of macOS 26.6: 46.5 MB of live blocks in a footprint of 919 MB"
        - "10 % and 100 MiB: chosen by this project"

    - id: leaked-blocks
      for: examinedProcess
      warning: [leakedBytes >= 16 MiB]
      info: [leakCount > 0]
      title: "{name} has leaked blocks"
      detail: "{leakCount} blocks, {leakedBytes}, that nothing points to"
      recommendation: >-
        Run leaks on the process, with MallocStackLogging set before it starts: it then names where the blocks were allocated.
      sources:
        - "leaks(1)"
        - "16 MiB for a warning: chosen by this project"

    # ---- growth between two archives of one boot ----

    - id: zone-growth
      for: zoneGrowth
      # Two archives give a rate, not a trend: only growth that no healthy machine shows is critical.
      critical: [bytesPerHour >= 1 GiB, growthBytes >= 4 GiB]
      warning: [bytesPerHour >= 143 MiB, growthBytes >= 477 MiB, hours >= 3]
      title: "zone {name} grows fast"
      detail: "{bytesPerHour}: from {oldBytes} to {newBytes} in {hours}"
      recommendation: >-
        Take a third archive of the same boot and run trend. Owners are known by correlation only: see which process or extension
        grew or appeared along with it.
      sources:
        - "screenpipe's verdict: slope of 150 MB/h or more, growth of 0.5 GB or more over 3 h or more"
        - "anthropics/claude-code #66020: 21 to 1027 elements a second leak; below 75 thousand an hour is quiet, above 184 thousand leaks"
        - "1 GiB an hour and 4 GiB for critical: chosen by this project"

    - id: kernel-growth
      for: kernelGrowth
      warning: [bytesPerHour >= 286 MiB, growthBytes >= 1 GiB, hours >= 3]
      title: "the kernel grows fast"
      detail: "{bytesPerHour}: from {oldBytes} to {newBytes} in {hours}"
      recommendation: >-
        Take a third archive of the same boot: a cache that fills after a restart also grows, and then stops. The comparison attributes
        the growth to zones, tags and kexts.
      sources:
        - "twice screenpipe's 150 MB/h, since caches grow as well: chosen by this project"

    - id: kext-heap-growth
      for: kextGrowth
      needs: [newBytes]
      warning: [vendor == thirdParty, bytesPerHour >= 48 MiB, growthBytes >= 192 MiB, hours >= 3]
      info: [bytesPerHour >= 143 MiB, growthBytes >= 477 MiB, hours >= 3]
      title: "kext {name} allocates more and more"
      detail: "{bytesPerHour}: from {oldBytes} to {newBytes} in {hours}"
      recommendation: >-
        Update or remove a third-party kext and compare again. Drivers of Apple's, such as that of the GPU, follow what processes ask for.
      sources:
        - "objective-see/BlockBlock #12; SoftEtherVPN #378: third-party kexts that leaked"
        - "thresholds chosen by this project, below those of zones for third-party kexts"

    """#
}
