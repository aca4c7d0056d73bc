"""A MacBook Pro on 10.8.5 whose zones and kexts carry the numbers of the project's first question.

Eight zone rows, the totals and the kexts' names, versions and sizes are facts of that machine; all other rows are made up
so that the totals come out exactly.
"""

from random import Random

from .. import logs
from ..archive_set import Archive
from ..kextstat import count_references, kextstat
from ..machine import Kext, Machine, Zone
from ..tables import place, rows, zone
from ..units import KIB
from ..zprint import zprint

SIZE, USED, ALLOCS = 920_734_440, 895_302_860, 310_758_214_530


def fact(name, elem, count, max_bytes, limit, inuse, chunk, lifetime_kib, flags=""):
    return Zone(name, elem, count * elem, inuse, max_bytes, chunk, flags,
                total_allocs=lifetime_kib * KIB, max_count=limit)


HEAD = [
    fact("zones", 544, 176, 192 * 544, 192, 167, 8 * KIB, 88),
    fact("vm objects", 224, 284043, 303680 * 224, 303680, 283180, 16 * KIB, 2702161, "C"),
    fact("vm object hash entries", 40, 254490, 13122 * KIB, 335923, 238354, 4 * KIB, 130659, "C"),
    fact("maps", 232, 192, 40 * KIB, 176, 180, 8 * KIB, 27576),
    fact("VM map entries", 80, 78080, 7776 * KIB, 99532, 76888, 20 * KIB, 1141452, "C"),
]
TAIL = [
    fact("kernel_stacks", 16384, 153, 200 * 16384, 200, 139, 16 * KIB, 52144, "C"),
    fact("page_tables", 4096, 34570, 4293389860 * KIB, 654217, 34570, 4 * KIB, 595852, "C"),
    fact("kalloc.large", 72308, 449, 32310 * KIB, 457, 449, 72308, 13005729),
]


def other_zones(rng: Random) -> list[Zone]:
    """The rows between: weighted shares of what the facts leave, then corrected to the exact totals."""
    known = HEAD + TAIL
    table = [(name, int(elem), int(share)) for name, elem, share in rows("zones-10.8.txt", "|")]
    budget = SIZE - sum(z.cur for z in known)
    unit = budget / sum(share for _, _, share in table)
    zones = [zone(n, e, max(share * unit, 2000), rng, 4096, fill=rng.uniform(0.96, 0.995),
                  flags=rng.choice(("C", "C", "XC", "AC", ""))) for n, e, share in table]
    for z in zones:  # this kernel counts elements, not pages
        z.cur = z.count * z.elem
    by_name = {z.name: z for z in zones}
    biggest = by_name["HFS node"]
    biggest.cur += SIZE - sum(z.cur for z in known + zones)
    correct_used(zones, USED - sum(z.used for z in known), by_name)
    biggest.total_allocs += ALLOCS - sum(z.total_allocs for z in known + zones)
    for z in zones:
        z.max = max(z.max, z.cur)
    return zones


def correct_used(zones: list[Zone], wanted: int, by_name: dict[str, Zone]) -> None:
    """Moves the elements in use so that the bytes in use come out exactly: large steps, then 24s, 16s."""
    for name in ("kalloc.4096", "kalloc.2048", "HFS node", "kalloc.1024", "HFS fork", "kalloc.256", "kalloc.64"):
        z, gap = by_name[name], wanted - sum(x.used for x in zones)
        z.inuse += max(-z.inuse // 20, min(gap // z.elem, z.count - z.inuse))
    small, smaller = by_name["OSNumber"], by_name["kalloc.16"]
    gap = wanted - sum(x.used for x in zones)
    if gap % 16:
        small.inuse -= 1
        gap += small.elem
    smaller.inuse += gap // smaller.elem
    assert sum(x.used for x in zones) == wanted and all(0 <= x.inuse <= x.count for x in zones)


def kexts(rng: Random) -> list[Kext]:
    found = [Kext(int(i), name, version, int(size, 16), linked=[] if links == "-" else [int(n) for n in links.split(",")])
             for i, name, version, size, links in rows("kexts-10.8.txt")]
    return count_references(place(found, 0xFFFFFF7F80740000, rng))


def machine() -> Machine:
    rng = Random("osx-10.8-seed")
    return Machine(
        name="osx-10.8-seed", top_folder="sysdiagnose_2013.10.30_21-14-05_Mac-OS-X_MacBookPro10,2_12F45",
        captured="2013-10-30T21:14:05", platform="macOS", model="MacBookPro10,2", build="12F45", os_version="10.8.5",
        darwin="12.5.0", page_size=4096, memory=8 << 30, boot_time=1382900045, cpus=4,
        zones=HEAD + other_zones(rng) + TAIL, kexts=kexts(rng), zprint="B-wide", kextstat="K3")


def archives() -> list[Archive]:
    m = machine()
    members = {
        "kextstat.txt": kextstat(m), "zprint.txt": zprint(m), "sysctl.txt": logs.sysctl(m),
        "error_log.txt": logs.error_log(m), "mount.txt": logs.mount(m), "ps.txt": logs.ps(m),
        "sw_vers.txt": logs.sw_vers(m),
    }
    missing = {"footprint": "absent", "vmStat": "absent", "taskSummary": "absent"}
    return [Archive(m.name, m, members, missing)]
