"""A MacBook Pro with M4 Max and 36 GB on 26.3, twice in one boot: in the morning, and six hours later with a leak.

`data.kalloc.1024` grows from 0.3 to 9.2 million elements. Everything else changes as on a machine in use.
"""

from dataclasses import dataclass
from random import Random

from .. import logs
from ..archive import cut_inside
from ..archive_set import Archive
from ..footprint import Options, footprint, system_data
from ..kextlist import KPIS_12, kexts
from ..kextstat import kextstat
from ..machine import Category, Machine, Map, SharedGroup, View, Wired
from ..modernzones import SIZES, heap, leaked, named, types
from ..processes import listed, resident, sharing
from ..sysdiagnose_log import INTERNAL, Task, sysdiagnose_log, task_summary
from ..units import GIB, KIB, MIB
from ..vmstat import derive_pages, vm_stat
from ..wiredrows import TAGS_26, counter_rows, kext_rows, small_kexts, tag_rows
from ..zprint import zprint

PAGE, BOOT = 16384, 1773302400
CUT_AT = "Dock"  # the process in whose section of footprint-all.txt the truncated archive ends
LEAK, ELEMENT = "data.kalloc.1024", 1024


@dataclass(frozen=True)
class Moment:
    """What differs between the two captures."""

    name: str
    at: str
    inuse: int  # elements of the leaking zone
    swapped: float  # the part of the processes that is compressed
    growth: float  # of everything that grows with use
    file_backed: int
    swap_used: int


MORNING = Moment("macos-26-healthy", "2026-03-14T10:42:08+01:00", 312_480, 0.06, 1.0, 8200 * MIB, 0)
LEAKING = Moment("macos-26-zone-leak", "2026-03-14T16:42:08+01:00", 9_204_736, 0.36, 1.06, 3900 * MIB, 1536 * MIB)

TAGS = {
    "OSFMK": 296 * MIB, "BSD": 22 * MIB, "IOKIT": 187 * MIB, "LIBKERN": 24 * MIB, "OSKEXT": 2 * MIB, "KEXT": 7 * MIB,
    "IPC": 14 * MIB, "STACK": 61 * MIB, "CPU": 9 * MIB, "PMAP": 12 * MIB, "PTE": 402 * MIB, "KALLOC": 31 * MIB,
    "COMPRESSOR": 96 * MIB, "PHANTOM_CACHE": 3 * MIB, "WAITQ": 3 * MIB, "DIAG": 44 * MIB, "LOG": 18 * MIB, "FILE": 21 * MIB,
    "MBUF": 33 * MIB, "UBC": 4 * MIB, "SECURITY": 2 * MIB, "MLOCK": 118 * MIB, "REASON": 448 * KIB, "SKYWALK": 26 * MIB,
    "LTABLE": 2 * MIB, "HV": 9 * MIB, "KALLOC_DATA": 143 * MIB, "KALLOC_TYPE": 37 * MIB, "TRIAGE": 256 * KIB, "RECOUNT": 3 * MIB,
    "34": 5 * MIB, "EXCLAVES": 41 * MIB, "EXCLAVES_SHARED": 3 * MIB, "KALLOC_SHARED": 12 * MIB,
}
KEXT_HEAP = {
    "com.apple.AGXG16X": 214 * MIB, "com.apple.iokit.IOGPUFamily": 88 * MIB, "com.apple.iokit.IOSurface": 46 * MIB,
    "com.apple.driver.AppleH16ANEInterface": 31 * MIB, "com.apple.driver.AppleBCMWLANCoreV3.0": 24 * MIB,
    "com.apple.iokit.EndpointSecurity": 19 * MIB, "com.apple.driver.DCPAVFamilyProxy": 64 * MIB, "com.example.nke.TestTunnel": 6 * MIB,
}
SITES = (
    ("IOBufferMemoryDescriptor::initWithPhysicalMask(task*, unsigned int)", "IOKIT", 38 * MIB),
    ("IOGPUMemory::allocate(unsigned long long)", "IOKIT", 52 * MIB), ("vm_shared_region_create", "OSFMK", 6 * MIB),
    ("skmem_region_segment_alloc(skmem_region*, segment*)", "SKYWALK", 11 * MIB), ("kern_coredump_init", "DIAG", 768),
)


def machine(moment: Moment) -> Machine:
    rng = Random("macos-26")
    m = Machine(
        name=moment.name, top_folder=f"sysdiagnose_{folder_time(moment.at)}_macOS_Mac_25D2128", captured=moment.at,
        platform="macOS", model="Mac16,5", build="25D2128", os_version="26.3", darwin="25.3.0", page_size=PAGE,
        memory=36 * GIB, boot_time=BOOT, cpus=14, carveout=1187 * MIB, zones=zones(moment, rng),
        kexts=kexts("kexts-26.txt", Random("kexts-26"), kpi_version="25.3.0", base=0xFFFFFE0008A40000, kpi_has_code=False,
                    page=PAGE, third_party_at_zero=True, kpis=KPIS_12),
        zprint="I", kextstat="K6", shared_cache_uuid="26D2128C-0000-4000-8000-ACAC1A0DBABE", swap_used=moment.swap_used)
    m.wired = wired_rows(m, moment, Random("wired-26"))
    m.maps = maps(m)
    m.views = [View(f"{z.name}[raw]", z.used // 5) for z in m.zones if z.name.startswith(("data.", "data_shared."))]
    m.views += [View(f"iokit.IOUserClient.{n}", (n * 37 % 900 + 3) * KIB) for n in range(12)]
    add_processes(m, moment)
    held, out = resident(m.processes, [*m.shared, m.shared_cache])
    m.pages = derive_pages(m, file_backed=moment.file_backed, speculative=208 * MIB, compressor=(out - m.swap_used) * 55 // 100,
                           untagged=172 * MIB, stored=out, purgeable=131 * MIB, anonymous=held + 240 * MIB, outside=m.carveout)
    return m


def folder_time(at: str) -> str:
    return at.replace("-", ".", 2).replace("T", "_").replace(":", "-")[:19] + "+0100"


def zones(moment: Moment, rng: Random) -> list:
    """About 300 zones; the leaking one stands among its heap."""
    grown = moment.growth
    shared = heap("data_shared.", int(64 * MIB * grown), rng, PAGE)
    data = heap("data.", int(310 * MIB * grown), rng, PAGE)
    leak = leaked(LEAK, ELEMENT, moment.inuse, 11, 3, moment.inuse * ELEMENT + 118 * GIB, PAGE)
    data = [leak if z.name == LEAK else z for z in data]
    found = named(3, rng, PAGE, grown) + heap("early.", 3 * MIB, rng, PAGE, SIZES[:12]) + shared + data
    return found + types(int(520 * MIB * grown), rng, PAGE, 8)


def wired_rows(m: Machine, moment: Moment, rng: Random) -> list[Wired]:
    rows = tag_rows({name: int(size * moment.growth) for name, size in TAGS.items()}, TAGS_26, rng, PAGE)
    for row in rows:
        if row.name.endswith(("KALLOC", "KALLOC_DATA", "IOKIT")):
            row.waste = row.size // 41
    rows += counter_rows({"STATIC_KERNELCACHE": 112 * MIB, "BOOT_STOLEN": m.carveout, "RESERVED": 38 * MIB}, PAGE)
    heap_sizes = KEXT_HEAP | small_kexts(m.kexts, KEXT_HEAP, 27, rng)
    rows += kext_rows(m.kexts, heap_sizes, 38, rng, PAGE)
    rows += [Wired("(unloaded kmod)", 96 * KIB, "kext", 38 + len(heap_sizes), 61, 1 * MIB)]
    rows += [Wired(name, size, "site", TAGS_26.index(tag) + 1, peak=max(size, 16 * KIB)) for name, tag, size in SITES]
    held = next(z for z in m.zones if z.name == LEAK).used
    return rows + [
        Wired("VM_KERN_MEMORY_KALLOC_DATA[data.kalloc.1024]", held * 97 // 100, "breakdown", 29),
        Wired("VM_KERN_MEMORY_KALLOC_DATA[size.1024]", held * 98 // 100, "breakdown", 29),
        Wired("VM_KERN_MEMORY_IOKIT[size.64]", 22 * MIB, "breakdown", 3), Wired("VM_KERN_MEMORY_BSD[zone]", 41 * MIB, "breakdown", 2)]


def maps(m: Machine) -> list[Map]:
    return [
        Map("VM_KERN_COUNT_MANAGED", m.memory - m.carveout), Map("VM_KERN_COUNT_WIRED_BOOT", 611 * MIB),
        Map("VM_KERN_COUNT_MAP_KERNEL", 448 * GIB, 401 * GIB, 288 * GIB), Map("VM_KERN_COUNT_MAP_ZONE", 112 * GIB, peak=m.zone_bytes),
        Map("VM_KERN_COUNT_MAP_KALLOC_LARGE", 64 * GIB, 62 * GIB, 31 * GIB, 2 * GIB),
        Map("VM_KERN_COUNT_MAP_KALLOC_LARGE_DATA", 64 * GIB, peak=3 * GIB), Map("VM_KERN_COUNT_EXCLAVES_CARVEOUT", 92 * MIB)]


def add_processes(m: Machine, moment: Moment) -> None:
    m.processes = listed("processes-26.txt", Random("processes-26"), PAGE, scale=0.69 * moment.growth, swapped=moment.swapped)
    web = ("Safari", "com.apple.WebKit.WebContent", "com.apple.WebKit.Networking", "com.apple.WebKit.GPU")
    editor = ("Example Editor", "Example Editor Helper (Renderer)", "Example Editor Helper")
    m.shared = [sharing(m.processes, web, 96 * MIB, 31 * MIB, PAGE), sharing(m.processes, editor, 12 * MIB, 9 * MIB, PAGE)]
    m.shared_cache = SharedGroup([p.pid for p in m.processes], [
        Category("__TEXT", 0, clean=912 * MIB, regions=3412), Category("__LINKEDIT", 0, clean=188 * MIB, regions=1),
        Category("__DATA_CONST", 6 * MIB, clean=31 * MIB, regions=3390)])


TASKS = [
    Task("zprint", "/usr/bin/zprint -t -w", "Sequential group: memory", 0.164),
    Task("footprint-all", "/usr/bin/footprint -w -a", "Sequential group: memory", 61.933, 180),
    Task("kextstat", "/usr/sbin/kextstat", "Concurrent group: system", 0.892),
    Task("vm_stat", "/usr/bin/vm_stat -c 50 0.2", "Concurrent group: system", 10.014),
    Task("sysctl", "/usr/sbin/sysctl -a", "Concurrent group: system", 0.117),
    Task("ps", "/bin/ps axuww", "Concurrent group: system", 0.233),
    Task("spindump", "/usr/sbin/spindump -notarget 10", "Sequential group: traces", 24.08, 120),
    Task("lsmp", "/usr/bin/lsmp -a", "Concurrent group: system", 0, need=INTERNAL),
]


def archive(moment: Moment) -> Archive:
    m = machine(moment)
    return Archive(moment.name, m, {
        "sysdiagnose.log": sysdiagnose_log(m, TASKS, "3.0 (1042)"), "taskSummary.csv": task_summary(TASKS),
        "sysctl.txt": logs.sysctl(m), "sw_vers.txt": logs.sw_vers(m), "kextstat.txt": kextstat(m), "zprint.txt": zprint(m),
        "vm_stat.txt": vm_stat(m, 50), "ps.txt": logs.ps(m), "network-info/netstat.txt": logs.network(m),
        "footprint-all.txt": footprint(m, Options(system_data=system_data(m))), "disks.txt": logs.disks(m), "mount.txt": logs.mount(m),
        "logs/system.log": logs.error_log(m)})


def archives() -> list[Archive]:
    """The morning, the leak, and the leak's bytes cut inside footprint-all.txt."""
    leak = archive(LEAKING)
    paths = list(leak.members)
    whole = paths[:paths.index("footprint-all.txt")]
    cut = Archive("broken-truncated", leak.machine, leak.members, outcome="truncated", problem="gzipTruncated",
                  damage=lambda data: cut_inside(data, f"\n{CUT_AT} [".encode()), readable=whole, cut_process=CUT_AT, same_as=leak.name)
    return [archive(MORNING), leak, cut]
