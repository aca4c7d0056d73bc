"""A small model of a Mac on 26 that can be captured again and again: 24 GB, 62 zones, 30 processes.

A capture differs from the base by what `Moment` says and by noise that follows from the capture's name. Zones, wired rows and
processes change by whole chunks and pages, never by more than the noise, so that what leaks can be told to the byte.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from .incidents import JetsamEvent
from .kextlist import KPIS_12, kexts
from .lean_zones import ELEMENT, LEAK, PAGE, Moment, drift, zones
from .machine import Category, Machine, Map, Process, SharedGroup, View, Wired
from .processes import listed, resident
from .units import GIB, MIB
from .vmstat import derive_pages
from .wiredrows import TAGS_26, counter_rows, kext_rows, tag_rows

MEMORY, CARVEOUT, ZONE_MAP = 24 * GIB, 796 * MIB, 21_474_836_480
TAGS = {
    "OSFMK": 196 * MIB, "BSD": 17 * MIB, "IOKIT": 133 * MIB, "LIBKERN": 19 * MIB, "KEXT": 6 * MIB, "IPC": 9 * MIB, "STACK": 38 * MIB,
    "CPU": 7 * MIB, "PTE": 211 * MIB, "KALLOC": 22 * MIB, "COMPRESSOR": 61 * MIB, "DIAG": 31 * MIB, "LOG": 12 * MIB, "FILE": 16 * MIB,
    "MBUF": 21 * MIB, "MLOCK": 54 * MIB, "SKYWALK": 17 * MIB, "KALLOC_DATA": 88 * MIB, "KALLOC_TYPE": 26 * MIB, "EXCLAVES": 33 * MIB}
KEXT_HEAP = {"com.apple.AGXG16G": 121 * MIB, "com.apple.iokit.IOGPUFamily": 52 * MIB, "com.apple.iokit.IOSurface": 31 * MIB,
             "com.apple.iokit.EndpointSecurity": 14 * MIB, "com.example.nke.TestTunnel": 4 * MIB}


def lean_mac(moment: Moment) -> Machine:
    """The Mac at a moment."""
    captured = datetime.fromisoformat(moment.at)
    m = Machine(
        name=moment.name, top_folder=f"sysdiagnose_{captured.strftime('%Y.%m.%d_%H-%M-%S%z')}_macOS_Mac_25D125", captured=moment.at,
        platform="macOS", model="Mac16,1", build="25D125", os_version="26.3", darwin="25.3.0", page_size=PAGE, memory=MEMORY,
        boot_time=moment.boot_time, cpus=10, carveout=CARVEOUT, host="test-lean.example", zones=zones(moment), kexts=loaded(), zprint="I",
        kextstat="K6", shared_cache_uuid="26D125AC-0000-4000-8000-ACAC1A0DBABE")
    m.wired = wired(m, moment)
    m.maps = [Map("VM_KERN_COUNT_MANAGED", MEMORY - CARVEOUT), Map("VM_KERN_COUNT_WIRED_BOOT", 502 * MIB),
              Map("VM_KERN_COUNT_MAP_KERNEL", 448 * GIB, 411 * GIB, 288 * GIB), Map("VM_KERN_COUNT_MAP_ZONE", 72 * GIB, peak=m.zone_bytes)]
    m.views = [View(f"{z.name}[raw]", z.used // 5) for z in m.zones if z.name.startswith("data.")]
    m.processes = processes(moment)
    m.shared_cache = SharedGroup([p.pid for p in m.processes], [Category("__TEXT", 0, clean=704 * MIB, regions=3112),
                                                                Category("__LINKEDIT", 0, clean=171 * MIB, regions=1)])
    held, out = resident(m.processes, [m.shared_cache])
    room = MEMORY - m.wired_bytes - held - out
    m.pages = derive_pages(m, file_backed=room * 55 // 100, speculative=96 * MIB, compressor=out * 55 // 100, untagged=104 * MIB, stored=out,
                           purgeable=71 * MIB, anonymous=held + 120 * MIB, outside=CARVEOUT)
    if moment.has_jetsam:
        m.jetsam = jetsam(m, moment)
    return m


def loaded() -> list:
    """Kexts: Apple's kpis and every fifth of the list of 26, with those that hold memory and the others' in full."""
    everyone = kexts("kexts-26.txt", Random("kexts-lean"), kpi_version="25.3.0", base=0xFFFFFE0008A40000, kpi_has_code=False, page=PAGE,
                     third_party_at_zero=True, kpis=KPIS_12)
    for k in everyone:
        k.name = k.name.replace("AGXG16X", "AGXG16G")
    kept = [k for n, k in enumerate(everyone) if k.is_kpi or k.is_third_party or k.name in KEXT_HEAP or n % 5 == 0]
    for k in kept:
        k.linked = [i for i in k.linked if any(i == other.index for other in kept)]
        k.references = sum(k.index in other.linked for other in kept)
    return kept


def wired(m: Machine, moment: Moment) -> list[Wired]:
    rng = Random(f"{moment.name} wired")
    rows = tag_rows(TAGS, TAGS_26, Random("lean wired"), PAGE) + kext_rows(m.kexts, KEXT_HEAP, 38, Random("lean heap"), PAGE)
    for row in rows:
        row.size += drift(row.size // PAGE, moment.noise, rng) * PAGE
        row.peak = max(row.peak, row.size * 26 // 25 // PAGE * PAGE)
    rows += counter_rows({"STATIC_KERNELCACHE": 104 * MIB, "BOOT_STOLEN": CARVEOUT, "RESERVED": 31 * MIB}, PAGE)
    held = next(z for z in m.zones if z.name == LEAK).used
    return rows + [Wired(f"VM_KERN_MEMORY_KALLOC_DATA[{LEAK}]", held * 97 // 100, "breakdown", TAGS_26.index("KALLOC_DATA") + 1)]


def processes(moment: Moment) -> list[Process]:
    """The same processes in every capture, with other pids after a reboot; their dirty pages vary by the noise."""
    rng, found = Random(f"{moment.name} processes"), []
    for p in listed("processes-lean.txt", Random("lean processes"), PAGE, swapped=0.08):
        top = p.footprint * 26 // 25
        for c in p.categories:
            c.dirty += drift(c.dirty // PAGE, moment.noise, rng) * PAGE
            c.swapped, c.wired = min(c.swapped, c.dirty), c.dirty if c.wired else 0
        p.peak = max(p.peak, top // PAGE * PAGE + 2 * PAGE)
        p.pid += (moment.boot - 1) * 37 if p.pid > 1 else 0
        found.append(p)
    return found


def jetsam(m: Machine, moment: Moment) -> JetsamEvent:
    """An event seven minutes before the capture, in the same boot."""
    before = datetime.fromisoformat(moment.at) - timedelta(minutes=7)
    at = before.isoformat()
    sizes = {z.name: z.cur for z in m.zones}
    sizes[LEAK] -= (moment.elements() - moment.elements(at)) * ELEMENT
    largest = max(sizes, key=lambda name: sizes[name])
    p, since = m.pages, moment.seconds(at)
    later = (m.zone_bytes - sum(sizes.values())) // PAGE
    pages = {"active": p.active, "throttled": p.throttled, "fileBacked": p.file_backed, "wired": p.wired - later, "anonymous": p.anonymous,
             "purgeable": p.purgeable, "inactive": p.inactive, "free": p.free + later, "speculative": p.speculative}
    top = sorted(m.processes, key=lambda q: (-q.footprint, q.pid))[:3]
    return JetsamEvent(at, ZONE_MAP, sum(sizes.values()), largest, sizes[largest], p.compressor, since * 41 + p.stored, since * 41, p.stored,
                       pages, top[0].name, [(q.name, q.pid, (q.footprint - q.swapped) // PAGE) for q in top])
