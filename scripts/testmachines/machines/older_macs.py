"""Macs from 10.10 to 10.13.6, each for one generation of zprint's text and its defects; none has a footprint-all.txt."""

from random import Random

from .. import logs
from ..archive_set import Archive
from ..kextlist import kexts
from ..kextstat import count_references, kextstat
from ..machine import Kext, Machine, Map, Wired, Zone
from ..processes import listed, resident
from ..sysdiagnose_log import Task, sysdiagnose_log, task_summary
from ..tables import place, rows, zone
from ..units import GIB, KIB, MIB
from ..vmstat import derive_pages, vm_stat
from ..wiredrows import TAGS_10_12, counter_rows, kext_rows, small_kexts, tag_rows
from ..zprint import zprint

PAGE = 4096
TAGS = {
    "OSFMK": 117 * MIB, "BSD": 12 * MIB, "IOKIT": 88 * MIB, "LIBKERN": 8 * MIB, "OSKEXT": 1 * MIB, "KEXT": 26 * MIB, "IPC": 4 * MIB,
    "STACK": 15 * MIB, "CPU": 2 * MIB, "PMAP": 2 * MIB, "PTE": 97 * MIB, "KALLOC": 58 * MIB, "COMPRESSOR": 37 * MIB, "WAITQ": 1 * MIB,
    "DIAG": 4 * MIB, "LOG": 6 * MIB, "FILE": 17 * MIB, "MBUF": 8 * MIB, "UBC": 2 * MIB, "SECURITY": 24 * KIB, "MLOCK": 39 * MIB,
    "REASON": 96 * KIB, "SKYWALK": 1 * MIB, "LTABLE": 1 * MIB,
}
KEXT_HEAP = {
    "com.apple.iokit.IOAcceleratorFamily2": 84 * MIB, "com.apple.kext.AMDRadeonX4000": 41 * MIB,
    "com.apple.driver.AirPort.BrcmNIC": 16 * MIB, "org.virtualbox.kext.VBoxDrv": 33 * MIB, "com.apple.iokit.IONVMeFamily": 9 * MIB,
}
TASKS = [
    Task("zprint", "/usr/bin/zprint -t -w", "Sequential group: memory", 0.088),
    Task("kextstat", "/usr/sbin/kextstat", "Concurrent group: system", 0.244),
    Task("vm_stat", "/usr/bin/vm_stat -c 50 0.2", "Concurrent group: system", 10.02),
    Task("sysctl", "/usr/sbin/sysctl -a", "Concurrent group: system", 0.09),
    Task("ps", "/bin/ps axuww", "Concurrent group: system", 0.181),
]


def listed_zones(rng: Random, scale: float) -> list[Zone]:
    return [zone(n, int(e), int(float(size) * MIB * scale), rng, PAGE, flags=rng.choice(("C", "C", "C", "XC", "")))
            for n, e, size in rows("zones-10.14.txt", "|")]


def sierra(m: Machine, rng: Random, kpi_version: str, scale: float) -> Machine:
    """What 10.12 and 10.13.6 have in common: a wired table, maps and page counts."""
    m.zones = listed_zones(rng, scale)
    m.kexts = kexts("kexts-10.14.txt", rng, kpi_version=kpi_version, base=0xFFFFFF7F80A00000, kpi_has_code=True)
    old = m.zprint == "E"
    tags = {name: size for name, size in TAGS.items() if not (old and name == "SKYWALK")}
    heap = KEXT_HEAP | small_kexts(m.kexts, KEXT_HEAP, 21, rng)
    m.wired = tag_rows(tags, TAGS_10_12, rng, PAGE) + kext_rows(m.kexts, heap, 28, rng, PAGE)
    m.wired.append(Wired("(unknown kmod)" if old else "(unloaded kmod)", 212 * KIB, "kext", 28 + len(heap), 133, 400 * KIB))
    m.wired.append(Wired("site 0x1f2", 64 * KIB, "site", 1))
    if not old:
        m.wired += counter_rows({"BOOT_STOLEN": m.carveout}, PAGE)
        m.wired.append(Wired("VM_KERN_MEMORY_BSD[kalloc.64]", 3 * MIB, "breakdown", 2))
    m.wired += counter_rows({"RESERVED": 149 * MIB}, PAGE)
    m.maps = [Map("VM_KERN_COUNT_MANAGED", m.memory - m.carveout), Map("VM_KERN_COUNT_MAP_KERNEL", 5 * GIB, 2 * GIB, 1 * GIB),
              Map("VM_KERN_COUNT_MAP_ZONE", 1536 * MIB, peak=None if old else 900 * MIB), Map("VM_KERN_COUNT_MAP_KALLOC", 128 * MIB, 71 * MIB, 40 * MIB)]
    m.processes = listed("processes-intel.txt", rng, PAGE, scale=0.5, swapped=0.1)
    held, out = resident(m.processes, [])
    m.pages = derive_pages(m, file_backed=m.memory // 5, speculative=220 * MIB, compressor=out * 40 // 100, untagged=44 * MIB, stored=out,
                           purgeable=80 * MIB, anonymous=held + 90 * MIB, outside=0 if old else m.carveout)
    return m


def total_defect() -> Archive:
    """10.12.6: TOTAL SIZE is zones plus wired rows, and the total's Y is the row of tag 2."""
    rng = Random("macos-10.12-total-defect")
    m = sierra(Machine(
        name="macos-10.12-total-defect", top_folder="sysdiagnose_2017.08.04_11-12-13_Mac-OS-X_MacBookPro11-4_16G29",
        captured="2017-08-04T11:12:13", platform="macOS", model="MacBookPro11,4", build="16G29", os_version="10.12.6", darwin="16.7.0",
        page_size=PAGE, memory=16 * GIB, boot_time=1501500000, carveout=128 * MIB, zprint="E", kextstat="K5"), rng, "16.7.0", 0.8)
    return Archive(m.name, m, members(m, TASKS), {"footprint": "absent"})


def high_sierra() -> Archive:
    """10.13.6: the first generation with the table of columns that is used ever since."""
    rng = Random("macos-10.13.6-g")
    m = sierra(Machine(
        name="macos-10.13.6-g", top_folder="sysdiagnose_2018.10.02_19-30-45+0200_Mac_OS_X_iMac18-3_17G65",
        captured="2018-10-02T19:30:45+02:00", platform="macOS", model="iMac18,3", build="17G65", os_version="10.13.6", darwin="17.7.0",
        page_size=PAGE, memory=8 * GIB, boot_time=1538300000, carveout=119 * MIB, zprint="G", kextstat="K5"), rng, "17.7.0", 0.6)
    return Archive(m.name, m, members(m, TASKS), {"footprint": "absent"})


def yosemite() -> Archive:
    """10.10.2: zones only, with the pseudo zones kernel_stacks, page_tables and kalloc.large inside TOTAL SIZE."""
    rng = Random("osx-10.10-zwaste")
    m = Machine(
        name="osx-10.10-zwaste", top_folder="sysdiagnose_2015.03.11_10-20-30_Mac-OS-X_MacBookAir6,2_14C1514",
        captured="2015-03-11T10:20:30", platform="macOS", model="MacBookAir6,2", build="14C1514", os_version="10.10.2", darwin="14.1.0",
        page_size=PAGE, memory=4 * GIB, boot_time=1425800000, cpus=4, zprint="C", kextstat="K3")
    stacks, large = 16384, 61_604
    m.zones = listed_zones(rng, 0.45) + [
        Zone("kernel_stacks", stacks, 712 * stacks, 655, 803 * stacks, stacks, "C", total_allocs=66_104 * stacks),
        Zone("page_tables", PAGE, 24_117 * PAGE, 24_117, None, PAGE, "C", total_allocs=311_204 * PAGE),
        Zone("kalloc.large", large, 388 * large, 388, 420 * large, large, total_allocs=190_022 * large)]
    next(z for z in m.zones if z.name == "page_tables").max = 10_000_000 * KIB  # prints as dashes, its count does not
    m.kexts = count_references(place([
        Kext(int(i), name, "14.1.0" if ".kpi." in name else version, int(size, 16), uuid=None,
             linked=[] if links == "-" else [int(n) for n in links.split(",")])
        for i, name, version, size, links in rows("kexts-10.8.txt") if "Brcm4331" not in name and "VBoxNet" not in name],
        0xFFFFFF7F80C00000, rng))
    return Archive(m.name, m, {
        "kextstat.txt": kextstat(m), "zprint.txt": zprint(m), "mount.txt": logs.mount(m), "error_log.txt": logs.error_log(m),
        "System State 2015-03-11/ps.txt": logs.ps(m), "sw_vers.txt": logs.sw_vers(m), "sysctl.txt": logs.sysctl(m)},
        {"footprint": "absent", "vmStat": "absent", "taskSummary": "absent"})


def members(m: Machine, tasks: list[Task]) -> dict[str, str]:
    return {
        "sysdiagnose.log": sysdiagnose_log(m, tasks, "3.0 (400)"), "ps.txt": logs.ps(m), "kextstat.txt": kextstat(m), "zprint.txt": zprint(m),
        "logs/system.log": logs.error_log(m), "vm_stat.txt": vm_stat(m, 50), "mount.txt": logs.mount(m), "sw_vers.txt": logs.sw_vers(m),
        "sysctl.txt": logs.sysctl(m), "taskSummary.csv": task_summary(tasks)}


def archives() -> list[Archive]:
    return [yosemite(), total_defect(), high_sierra()]
