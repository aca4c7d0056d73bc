"""A MacBook Pro on 10.14.5 in Customer mode: zprint was not collected; footprint, kextstat and vm_stat stand."""

from random import Random

from .. import logs
from ..archive_set import Archive
from ..footprint import Options, footprint
from ..kextlist import kexts
from ..kextstat import kextstat
from ..machine import Category, Machine, Map, Process, SharedGroup
from ..processes import listed, resident, sharing
from ..sysdiagnose_log import INTERNAL, Task, sysdiagnose_log, task_summary
from ..tables import rows, zone
from ..units import GIB, KIB, MIB
from ..vmstat import derive_pages, vm_stat
from ..wiredrows import TAGS_10_12, counter_rows, kext_rows, small_kexts, tag_rows

NAME, PAGE = "macos-10.14-no-zprint", 4096

TAGS = {
    "OSFMK": 148 * MIB, "BSD": 11 * MIB, "IOKIT": 96 * MIB, "LIBKERN": 9 * MIB, "OSKEXT": 2 * MIB, "KEXT": 31 * MIB, "IPC": 5 * MIB,
    "STACK": 19 * MIB, "CPU": 2 * MIB, "PMAP": 3 * MIB, "PTE": 132 * MIB, "KALLOC": 84 * MIB, "COMPRESSOR": 44 * MIB,
    "WAITQ": 1 * MIB, "LOG": 8 * MIB, "FILE": 22 * MIB, "MBUF": 9 * MIB, "UBC": 3 * MIB, "SECURITY": 12 * KIB, "MLOCK": 47 * MIB,
    "REASON": 148 * KIB, "SKYWALK": 4 * MIB, "LTABLE": 2 * MIB, "DIAG": 5 * MIB,
}
KEXT_HEAP = {
    "com.apple.iokit.IOAcceleratorFamily2": 118 * MIB, "com.apple.kext.AMDRadeonX4000": 64 * MIB,
    "com.apple.driver.AppleIntelKBLGraphics": 21 * MIB, "com.apple.driver.AirPort.BrcmNIC": 26 * MIB,
    "com.apple.iokit.IONVMeFamily": 17 * MIB, "org.virtualbox.kext.VBoxDrv": 71 * MIB, "com.apple.filesystems.apfs": 14 * MIB,
}


def machine() -> Machine:
    rng = Random(NAME)
    m = Machine(
        name=NAME, top_folder="sysdiagnose_2019.06.11_14-03-22+0200_Mac_OS_X_MacBookPro15-1_18F132",
        captured="2019-06-11T14:03:22+02:00", platform="macOS", model="MacBookPro15,1", build="18F132", os_version="10.14.5",
        darwin="18.6.0", page_size=PAGE, memory=16 * GIB, boot_time=1559891002, cpus=12, carveout=133 * MIB,
        zones=[zone(n, int(e), int(float(size) * MIB), rng, PAGE) for n, e, size in rows("zones-10.14.txt", "|")],
        kexts=kexts("kexts-10.14.txt", rng, kpi_version="18.6.0", base=0xFFFFFF7F80A00000, kpi_has_code=True),
        kextstat="K5", shared_cache_uuid="5E7F0C1A-0000-4000-8000-1014DEADBEEF")
    stolen = {"BOOT_STOLEN": m.carveout}
    m.wired = tag_rows(TAGS, TAGS_10_12, rng, PAGE) + counter_rows({"RESERVED": 164 * MIB, **stolen}, PAGE)
    heap = KEXT_HEAP | small_kexts(m.kexts, KEXT_HEAP, 24, rng)
    m.wired += kext_rows(m.kexts, heap, 28, rng, PAGE)
    m.maps = [Map("VM_KERN_COUNT_MANAGED", m.memory - m.carveout), Map("VM_KERN_COUNT_MAP_KERNEL", 5 * GIB),
              Map("VM_KERN_COUNT_MAP_ZONE", 1208 * MIB), Map("VM_KERN_COUNT_MAP_KALLOC", 96 * MIB)]
    add_processes(m, rng)
    held, out = resident(m.processes, [*m.shared, m.shared_cache])
    m.pages = derive_pages(m, file_backed=2870 * MIB, speculative=412 * MIB, compressor=out * 38 // 100, untagged=61 * MIB, stored=out,
                           purgeable=118 * MIB, anonymous=held + 96 * MIB, outside=m.carveout)
    return m


def add_processes(m: Machine, rng: Random) -> None:
    """Two processes that footprint could not read, two sharing groups, the shared cache."""
    m.processes = listed("processes-intel.txt", rng, PAGE, swapped=0.12)
    last = m.processes[-1].pid
    gone = Process("mdworker_shared", last + 3, errors=["process exited before it could be examined"], no_results=True)
    partial = Process("Test Agent [beta] (Helper)", last + 4, [
        Category("MALLOC_SMALL", 704 * KIB, regions=3), Category("__DATA", 116 * KIB, clean=20 * KIB, regions=29)],
        errors=["mach_vm_region_recurse() failed at 0x10a4c7000: (os/kern) invalid argument"], peak=1 * MIB)
    m.processes += [gone, partial]
    web = ("Safari", "com.apple.WebKit.WebContent", "com.apple.WebKit.Networking")
    m.shared = [sharing(m.processes, web, 21 * MIB, 6 * MIB, PAGE), sharing(m.processes, ("cfprefsd",), 128 * KIB, 312 * KIB, PAGE)]
    everyone = [p.pid for p in m.processes if not p.errors]
    m.shared_cache = SharedGroup(everyone, [
        Category("__TEXT", 0, clean=388 * MIB, regions=1411), Category("__LINKEDIT", 0, clean=71 * MIB, regions=1),
        Category("__DATA", 3 * MIB, clean=9 * MIB, regions=1388)])


TASKS = [
    Task("footprint-all", "/usr/bin/footprint -v -w -a", "Sequential group: memory", 44.612, 180),
    Task("zprint", "/usr/bin/zprint -t -w", "Sequential group: memory", 0, need=INTERNAL),
    Task("kextstat", "/usr/sbin/kextstat", "Concurrent group: system", 0.318),
    Task("vm_stat", "/usr/bin/vm_stat -c 50 0.2", "Concurrent group: system", 10.021),
    Task("sysctl", "/usr/sbin/sysctl -a", "Concurrent group: system", 0.094),
    Task("ps", "/bin/ps axuww", "Concurrent group: system", 0.207),
    Task("spindump", "/usr/sbin/spindump -notarget 10", "Sequential group: traces", 21.44, 120, status=1),
    Task("mount", "/sbin/mount", "Concurrent group: disks", 0.011),
    Task("diskutil", "/usr/sbin/diskutil list", "Concurrent group: disks", 60.0, 60, timed_out=True),
    Task("lsmp", "/usr/bin/lsmp -a", "Concurrent group: system", 0, need=INTERNAL),
]


def archives() -> list[Archive]:
    m = machine()
    dumped = [p.pid for p in m.processes if p.name in ("launchd", "hidd", "Terminal", "Dock", "distnoted", "zsh")]
    members = {
        "sysdiagnose.log": sysdiagnose_log(m, TASKS, "3.0 (510)"), "ps.txt": logs.ps(m), "mount.txt": logs.mount(m),
        "footprint-all.txt": footprint(m, Options(dumped, object_analysis=True)), "logs/system.log": logs.error_log(m),
        "kextstat.txt": kextstat(m), "disks.txt": logs.disks(m), "vm_stat.txt": vm_stat(m, 50),
        "network-info/netstat.txt": logs.network(m), "sw_vers.txt": logs.sw_vers(m), "sysctl.txt": logs.sysctl(m),
        "taskSummary.csv": task_summary(TASKS),
    }
    return [Archive(NAME, m, members, {"zprint": "notCollected"})]
