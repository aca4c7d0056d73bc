"""An Intel MacBook Pro on 12.6 in good order: every section is there, the kernel holds about 2 of 16 GB."""

from random import Random

from .. import logs
from ..archive import one_bit_flipped
from ..archive_set import Archive
from ..footprint import Options, footprint
from ..kextlist import KPIS_12, kexts
from ..kextstat import kextstat
from ..machine import Category, Machine, Map, SharedGroup, View, Wired
from ..modernzones import heap, named, types
from ..processes import listed, resident, sharing
from ..sysdiagnose_log import INTERNAL, Task, sysdiagnose_log, task_summary
from ..units import GIB, KIB, MIB
from ..vmstat import derive_pages, vm_stat
from ..wiredrows import TAGS_12, counter_rows, kext_rows, small_kexts, tag_rows
from ..zprint import zprint

NAME, PAGE = "macos-12-healthy", 4096

TAGS = {
    "OSFMK": 171 * MIB, "BSD": 14 * MIB, "IOKIT": 118 * MIB, "LIBKERN": 12 * MIB, "OSKEXT": 1 * MIB, "KEXT": 3 * MIB,
    "IPC": 7 * MIB, "STACK": 26 * MIB, "CPU": 6 * MIB, "PMAP": 4 * MIB, "PTE": 168 * MIB, "KALLOC": 22 * MIB,
    "COMPRESSOR": 41 * MIB, "PHANTOM_CACHE": 2 * MIB, "WAITQ": 1 * MIB, "DIAG": 17 * MIB, "LOG": 12 * MIB, "FILE": 9 * MIB,
    "MBUF": 16 * MIB, "UBC": 2 * MIB, "SECURITY": 36 * KIB, "MLOCK": 63 * MIB, "REASON": 212 * KIB, "SKYWALK": 8 * MIB,
    "LTABLE": 1 * MIB, "HV": 4 * KIB, "KALLOC_DATA": 49 * MIB, "KALLOC_TYPE": 13 * MIB, "TRIAGE": 132 * KIB,
}
KEXT_HEAP = {
    "com.apple.iokit.IOAcceleratorFamily2": 97 * MIB, "com.apple.kext.AMDRadeonX4000": 52 * MIB,
    "com.apple.driver.AppleBCMWLANCoreMac": 19 * MIB, "com.apple.iokit.IONVMeFamily": 12 * MIB,
    "com.example.filter.TestFirewall": 3 * MIB, "com.apple.filesystems.apfs": 8 * MIB,
}
# C and C++ symbols that own wired memory; one is too long for its column and pushes the rest to the right
SITES = (
    ("OSObject::operator new(unsigned long)", "LIBKERN", 6 * MIB),
    ("IOBufferMemoryDescriptor::withCapacity(unsigned int, unsigned int)", "IOKIT", 21 * MIB),
    ("IOGeneralMemoryDescriptor::initWithOptions(void*, unsigned int, unsigned int)", "IOKIT", 5 * MIB),
    ("vm_page_bootstrap", "OSFMK", 4 * MIB), ("bsd_bufferinit", "BSD", 24 * MIB), ("site 0x3c41", "OSFMK", 88 * KIB),
    ("hibernate_alloc_pages", "IOKIT", 700),
)
BREAKDOWN = (
    ("VM_KERN_MEMORY_BSD[default.kalloc.64]", 2, 9 * MIB), ("VM_KERN_MEMORY_IOKIT[size.96]", 3, 4 * MIB),
    ("VM_KERN_MEMORY_LIBKERN[size.32]", 4, 2 * MIB), ("VM_KERN_MEMORY_OSFMK[zone]", 1, 31 * MIB),
)


def machine() -> Machine:
    rng = Random(NAME)
    m = Machine(
        name=NAME, top_folder="sysdiagnose_2022.09.20_09-41-37-0700_macOS_MacBookPro16-1_21G115",
        captured="2022-09-20T09:41:37-07:00", platform="macOS", model="MacBookPro16,1", build="21G115", os_version="12.6",
        darwin="21.6.0", page_size=PAGE, memory=16 * GIB, boot_time=1663430412, cpus=12, carveout=143 * MIB,
        zones=named(2, rng, PAGE) + heap("default.", 96 * MIB, rng, PAGE) + heap("data.", 121 * MIB, rng, PAGE)
        + heap("kext.", 74 * MIB, rng, PAGE) + types(138 * MIB, rng, PAGE, 4),
        kexts=kexts("kexts-12.txt", rng, kpi_version="21.6.0", base=0xFFFFFF8000A10000, kpi_has_code=False, kpis=KPIS_12),
        zprint="I", kextstat="K6", decimal_gb=True, shared_cache_uuid="1206A5E0-0000-4000-8000-0012FEEDF00D")
    m.wired = wired_rows(m, rng)
    m.maps = maps(m)
    m.views = [View(f"{z.name}[raw]", z.used // rng.randint(3, 40)) for z in m.zones if z.name.startswith("data.kalloc")]
    m.views += [View("iokit.IOMemoryMap", 611 * KIB), View("apfs.crypto state", 2 * MIB), View("kalloc.type.var3", 118 * KIB)]
    add_processes(m, rng)
    held, out = resident(m.processes, [*m.shared, m.shared_cache])
    m.pages = derive_pages(m, file_backed=3310 * MIB, speculative=287 * MIB, compressor=out * 34 // 100, untagged=58 * MIB, stored=out,
                           purgeable=162 * MIB, anonymous=held + 112 * MIB, outside=m.carveout)
    return m


def wired_rows(m: Machine, rng: Random) -> list[Wired]:
    rows = tag_rows(TAGS, TAGS_12, rng, PAGE)
    for row in rows:
        if row.name.endswith(("KALLOC", "KALLOC_DATA", "SKYWALK")):
            row.waste = row.size // 37
    rows += counter_rows({"RESERVED": 71 * MIB, "STATIC_KERNELCACHE": 94 * MIB, "BOOT_STOLEN": m.carveout}, PAGE)
    heap_sizes = KEXT_HEAP | small_kexts(m.kexts, KEXT_HEAP, 38, rng)
    rows += kext_rows(m.kexts, heap_sizes, 33, rng, PAGE)
    gone = next(i for i in range(40, 300) if i not in {k.index for k in m.kexts})
    rows.append(Wired("(unloaded kmod)", 148 * KIB, "kext", 33 + len(heap_sizes), gone, 612 * KIB))
    rows += [Wired(name, size, "site", TAGS_12.index(tag) + 1, peak=max(size, 4 * KIB)) for name, tag, size in SITES]
    return rows + [Wired(name, size, "breakdown", tag) for name, tag, size in BREAKDOWN]


def maps(m: Machine) -> list[Map]:
    return [
        Map("VM_KERN_COUNT_MANAGED", m.memory - m.carveout), Map("VM_KERN_COUNT_WIRED_BOOT", 402 * MIB),
        Map("VM_KERN_COUNT_MAP_KERNEL", 512 * GIB, 497 * GIB, 262144 * MIB), Map("VM_KERN_COUNT_MAP_ZONE", 24 * GIB, peak=2 * GIB),
        Map("VM_KERN_COUNT_MAP_KALLOC", 2 * GIB, 1890 * MIB, 1402 * MIB, 310 * MIB), Map("VM_KERN_COUNT_MAP_KALLOC_LARGE", 20 * GIB, peak=1 * GIB)]


def add_processes(m: Machine, rng: Random) -> None:
    m.processes = [p for p in listed("processes-intel.txt", rng, PAGE, scale=1.05, swapped=0.05) if not p.name.startswith("V")]
    web = ("Safari", "com.apple.WebKit.WebContent", "com.apple.WebKit.Networking")
    m.shared = [sharing(m.processes, web, 34 * MIB, 11 * MIB, PAGE)]
    m.shared_cache = SharedGroup([p.pid for p in m.processes], [
        Category("__TEXT", 0, clean=441 * MIB, regions=1702), Category("__LINKEDIT", 0, clean=96 * MIB, regions=1),
        Category("__DATA", 4 * MIB, clean=11 * MIB, regions=1689)])


TASKS = [
    Task("footprint-all", "/usr/bin/footprint -v -w -a", "Sequential group: memory", 38.207, 180),
    Task("zprint", "/usr/bin/zprint -t -w", "Sequential group: memory", 0.142),
    Task("kextstat", "/usr/sbin/kextstat", "Concurrent group: system", 0.611),
    Task("vm_stat", "/usr/bin/vm_stat -c 50 0.2", "Concurrent group: system", 10.019),
    Task("sysctl", "/usr/sbin/sysctl -a", "Concurrent group: system", 0.101),
    Task("ps", "/bin/ps axuww", "Concurrent group: system", 0.19),
    Task("mount", "/sbin/mount", "Concurrent group: disks", 0.009),
    Task("lsmp", "/usr/bin/lsmp -a", "Concurrent group: system", 0, need=INTERNAL),
]


def archives() -> list[Archive]:
    """The healthy archive, and the same with one bit flipped."""
    m = machine()
    members = {
        "sysdiagnose.log": sysdiagnose_log(m, TASKS, "3.0 (650)"), "taskSummary.csv": task_summary(TASKS),
        "kextstat.txt": kextstat(m), "zprint.txt": zprint(m), "sysctl.txt": logs.sysctl(m), "vm_stat.txt": vm_stat(m, 50),
        "ps.txt": logs.ps(m), "mount.txt": logs.mount(m), "footprint-all.txt": footprint(m, Options()),
        "sw_vers.txt": logs.sw_vers(m), "network-info/netstat.txt": logs.network(m), "logs/system.log": logs.error_log(m, 240),
    }
    whole = Archive(NAME, m, members)
    return [whole, flipped(whole)]


def flipped(whole: Archive) -> Archive:
    """Only the checksum shows the damage: a digit of the last member, a log, is another digit."""
    def damage(data: bytes) -> bytes:
        good = whole.plain()

        def one_digit(content: bytes) -> bool:
            places = [i for i in range(len(good)) if good[i] != content[i]]
            return len(places) == 1 and all(48 <= text[places[0]] <= 57 for text in (good, content))
        return one_bit_flipped(data, good, one_digit)

    return Archive("broken-one-bit", whole.machine, whole.members, outcome="corrupt", problem="gzipChecksum", damage=damage,
                   same_as=whole.name)
