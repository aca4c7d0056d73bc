"""A MacBook Air on 13.4 whose zprint ran without privilege: sizes of zones are zero, elements and counts in use are real.

The wired, maps and views tables are left out (zprint is refused them); footprint, which had the privilege, shows the kernel.
"""

from random import Random

from .. import logs
from ..archive_set import Archive
from ..footprint import Options, footprint
from ..kextlist import KPIS_12, kexts
from ..kextstat import kextstat
from ..machine import Category, Machine, SharedGroup
from ..modernzones import heap, named, types
from ..processes import listed, resident, sharing
from ..sysdiagnose_log import Task, sysdiagnose_log, task_summary
from ..units import GIB, MIB
from ..vmstat import derive_pages, vm_stat
from ..wiredrows import TAGS_26, counter_rows, kext_rows, small_kexts, tag_rows
from ..zprint import zprint

NAME, PAGE = "macos-13-redacted-zprint", 16384
TAGS = {
    "OSFMK": 152 * MIB, "BSD": 12 * MIB, "IOKIT": 101 * MIB, "LIBKERN": 11 * MIB, "IPC": 6 * MIB, "STACK": 27 * MIB, "CPU": 4 * MIB,
    "PMAP": 6 * MIB, "PTE": 131 * MIB, "KALLOC": 14 * MIB, "COMPRESSOR": 32 * MIB, "DIAG": 19 * MIB, "LOG": 9 * MIB, "FILE": 8 * MIB,
    "MBUF": 14 * MIB, "UBC": 1 * MIB, "MLOCK": 44 * MIB, "SKYWALK": 10 * MIB, "LTABLE": 1 * MIB, "KALLOC_DATA": 61 * MIB,
    "KALLOC_TYPE": 17 * MIB, "RECOUNT": 1 * MIB,
}
KEXT_HEAP = {"com.apple.iokit.IOGPUFamily": 61 * MIB, "com.apple.iokit.IOSurface": 22 * MIB, "com.example.nke.TestTunnel": 2 * MIB}
TASKS = [
    Task("footprint-all", "/usr/bin/footprint -w -a", "Sequential group: memory", 41.702, 180),
    Task("zprint", "/usr/bin/zprint -t -w", "Sequential group: memory", 0.077),
    Task("kextstat", "/usr/sbin/kextstat", "Concurrent group: system", 0.533),
    Task("vm_stat", "/usr/bin/vm_stat -c 50 0.2", "Concurrent group: system", 10.017),
    Task("sysctl", "/usr/sbin/sysctl -a", "Concurrent group: system", 0.099),
]


def machine() -> Machine:
    rng = Random(NAME)
    m = Machine(
        name=NAME, top_folder="sysdiagnose_2023.06.01_20-05-09-0400_macOS_Mac14-2_22F66", captured="2023-06-01T20:05:09-04:00",
        platform="macOS", model="Mac14,2", build="22F66", os_version="13.4", darwin="22.5.0", page_size=PAGE, memory=16 * GIB,
        boot_time=1685300000, carveout=523 * MIB, zprint="I", kextstat="K6", redacted=True, decimal_gb=True,
        zones=named(3, rng, PAGE, 0.6) + heap("default.", 44 * MIB, rng, PAGE) + heap("data.", 98 * MIB, rng, PAGE)
        + types(171 * MIB, rng, PAGE, 4),
        kexts=kexts("kexts-26.txt", rng, kpi_version="22.5.0", base=0xFFFFFE0008A40000, kpi_has_code=False, page=PAGE,
                    third_party_at_zero=True, kpis=KPIS_12),
        shared_cache_uuid="1304B0A7-0000-4000-8000-13C0FFEE1304")
    m.wired = tag_rows(TAGS, TAGS_26, rng, PAGE) + counter_rows({"STATIC_KERNELCACHE": 88 * MIB, "BOOT_STOLEN": m.carveout}, PAGE)
    m.wired += kext_rows(m.kexts, KEXT_HEAP | small_kexts(m.kexts, KEXT_HEAP, 19, rng), 34, rng, PAGE)
    m.processes = [p for p in listed("processes-26.txt", rng, PAGE, scale=0.5, swapped=0.2) if not p.name.startswith(("Example", "Xcode"))]
    m.processes[40].translated = True
    m.shared = [sharing(m.processes, ("Safari", "com.apple.WebKit.WebContent"), 40 * MIB, 12 * MIB, PAGE)]
    m.shared_cache = SharedGroup([p.pid for p in m.processes], [
        Category("__TEXT", 0, clean=702 * MIB, regions=2911), Category("__DATA_CONST", 5 * MIB, clean=20 * MIB, regions=2880)])
    held, out = resident(m.processes, [*m.shared, m.shared_cache])
    m.pages = derive_pages(m, file_backed=3100 * MIB, speculative=190 * MIB, compressor=out * 37 // 100, untagged=71 * MIB, stored=out,
                           purgeable=91 * MIB, anonymous=held + 120 * MIB, outside=m.carveout)
    return m


def archives() -> list[Archive]:
    m = machine()
    return [Archive(NAME, m, {
        "sysdiagnose.log": sysdiagnose_log(m, TASKS, "3.0 (690)"), "taskSummary.csv": task_summary(TASKS), "sysctl.txt": logs.sysctl(m),
        "zprint.txt": zprint(m), "kextstat.txt": kextstat(m), "footprint-all.txt": footprint(m, Options()), "vm_stat.txt": vm_stat(m, 50),
        "sw_vers.txt": logs.sw_vers(m), "ps.txt": logs.ps(m), "logs/system.log": logs.error_log(m)})]
