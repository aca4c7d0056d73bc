"""An iPhone on 17.1.1: zprint, vm_stat and taskSummary.csv; neither footprint nor kextstat is run there."""

from random import Random

from .. import logs
from ..archive_set import Archive
from ..machine import Kext, Machine, Map, View, Wired
from ..modernzones import heap, named, types
from ..processes import listed, resident
from ..sysdiagnose_log import Task, sysdiagnose_log, task_summary
from ..units import GIB, KIB, MIB
from ..vmstat import derive_pages, vm_stat
from ..wiredrows import TAGS_26, counter_rows, kext_rows, tag_rows
from ..zprint import zprint

NAME, PAGE = "ios-17-zprint", 16384

TAGS = {
    "OSFMK": 61 * MIB, "BSD": 6 * MIB, "IOKIT": 48 * MIB, "LIBKERN": 7 * MIB, "IPC": 3 * MIB, "STACK": 14 * MIB, "CPU": 2 * MIB,
    "PMAP": 3 * MIB, "PTE": 58 * MIB, "KALLOC": 6 * MIB, "COMPRESSOR": 17 * MIB, "DIAG": 9 * MIB, "LOG": 4 * MIB, "FILE": 2 * MIB,
    "MBUF": 6 * MIB, "UBC": 512 * KIB, "SECURITY": 128 * KIB, "MLOCK": 21 * MIB, "SKYWALK": 5 * MIB, "LTABLE": 512 * KIB,
    "KALLOC_DATA": 22 * MIB, "KALLOC_TYPE": 6 * MIB, "TRIAGE": 64 * KIB, "RECOUNT": 512 * KIB,
}
KEXT_HEAP = {
    "com.apple.AGXG16P": 71 * MIB, "com.apple.iokit.IOGPUFamily": 24 * MIB, "com.apple.iokit.IOSurface": 9 * MIB,
    "com.apple.driver.AppleH16CameraInterface": 18 * MIB, "com.apple.driver.AppleBCMWLANCoreV3.0": 9 * MIB,
    "com.apple.driver.AppleH16ANEInterface": 12 * MIB, "com.apple.filesystems.apfs": 4 * MIB,
}
TASKS = [
    Task("zprint", "/usr/bin/zprint -t -w", "Sequential group: memory", 0.071),
    Task("vm_stat", "/usr/bin/vm_stat -c 25 0.2", "Concurrent group: system", 5.011),
    Task("sysctl", "/usr/sbin/sysctl -a", "Concurrent group: system", 0.061),
    Task("ps", "/bin/ps axuww", "Concurrent group: system", 0.083),
    Task("mount", "/sbin/mount", "Concurrent group: system", 0.006),
    Task("spindump", "/usr/sbin/spindump -notarget 5", "Sequential group: traces", 30.0, 30, timed_out=True),
]


def machine() -> Machine:
    rng = Random(NAME)
    m = Machine(
        name=NAME, top_folder="sysdiagnose_2023.11.20_08-15-42+0100_iPhone-OS_iPhone_21B80", captured="2023-11-20T08:15:42+01:00",
        platform="iOS", model="iPhone15,2", board="D73AP", build="21B80", os_version="17.1", darwin="23.1.0", page_size=PAGE, memory=6 * GIB,
        boot_time=1700121700, cpus=6, carveout=310 * MIB, zprint="I",
        zones=named(3, rng, PAGE, 0.24) + heap("data.", 46 * MIB, rng, PAGE)
        + types(88 * MIB, rng, PAGE, 5))
    kexts = [Kext(20 + 7 * i, name, "1", 0) for i, name in enumerate(KEXT_HEAP)]
    m.wired = tag_rows(TAGS, TAGS_26, rng, PAGE) + kext_rows(kexts, KEXT_HEAP, 34, rng, PAGE)
    m.wired += counter_rows({"STATIC_KERNELCACHE": 58 * MIB, "BOOT_STOLEN": m.carveout}, PAGE)
    m.wired += [Wired("VM_KERN_MEMORY_BSD[size.128]", 3 * MIB, "breakdown", 2)]
    m.maps = [Map("VM_KERN_COUNT_MANAGED", m.memory - m.carveout), Map("VM_KERN_COUNT_MAP_ZONE", 8 * GIB, peak=380 * MIB),
              Map("VM_KERN_COUNT_MAP_KERNEL", 64 * GIB, 58 * GIB, 31 * GIB)]
    m.views = [View("data.kalloc.1024[raw]", 411 * KIB), View("iokit.IOMemoryMap", 203 * KIB)]
    m.processes = [p for p in listed("processes-26.txt", rng, PAGE, scale=0.34, swapped=0.3)
                   if not p.name.startswith(("Example", "com.example", "Xcode", "SourceKit", "Simulator", "node", "swift", "Window"))]
    held, out = resident(m.processes, [])
    m.pages = derive_pages(m, file_backed=1190 * MIB, speculative=61 * MIB, compressor=out * 40 // 100, untagged=34 * MIB, stored=out,
                           purgeable=38 * MIB, anonymous=held + 60 * MIB, outside=m.carveout)
    return m


def archives() -> list[Archive]:
    m = machine()
    folder = "logs/MemoryExceptions"
    members = {
        "sysdiagnose.log": sysdiagnose_log(m, TASKS, "3.0 (700)"), f"{folder}/none.txt": "no exceptions\n", "ps.txt": logs.ps(m),
        "zprint.txt": zprint(m), "vm_stat.txt": vm_stat(m, 25), "sysctl.txt": logs.sysctl(m), "mount.txt": logs.mount(m),
        "sw_vers.txt": logs.sw_vers(m), "logs/system.log": logs.error_log(m), "taskSummary.csv": task_summary(TASKS),
    }
    return [Archive(NAME, m, members, {"footprint": "absent", "kextstat": "absent"})]
