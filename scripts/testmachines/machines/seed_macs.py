"""The situation of the project's first question: two different Macs on 10.8.5, as they are and freshly booted.

Facts are the older one's TOTAL SIZE and what top said of both kernel_tasks; everything else is made up. After a clean boot a zone's
size depends on the machine and, by a few per cent, on the boot; what has accumulated since follows another set of weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from random import Random

from .. import logs
from ..archive_set import Archive
from ..kextstat import count_references, kextstat
from ..machine import Kext, Machine, Zone
from ..processes import listed
from ..system_views import top
from ..tables import chunk_for, place, rows
from ..units import GIB, KIB, MIB
from ..zprint import zprint

PAGE, DAY, JITTER = 4096, 86_400, 0.03
ADDED = [
    ("com.example.driver.TestVirtualizer", "4.3.22", 0x58000, [7, 5, 4, 3, 1]), ("com.example.nke.TestNetFilter", "4.3.22", 0x5000, [7, 5, 4, 3, 1]),
    ("com.example.kext.TestHardwareAcceleration", "1.1.1", 0x12000, [7, 5, 4, 3, 1]),
    ("org.example.TestFileSystem", "2.3.8", 0x33000, [7, 6, 5, 4, 1])]
NETWORK = range(124, 128)  # loaded when a server is mounted


@dataclass(frozen=True)
class Moment:
    """One boot of one of the Macs, at one capture."""

    name: str
    at: str
    up: int  # seconds since boot
    total: int  # TOTAL SIZE
    clean: int  # the part of it that a clean boot explains
    kernel: int  # MiB of kernel_task by top
    processes: int  # so many rows of the list run


@dataclass(frozen=True)
class Mac:
    """What does not change between boots."""

    label: str
    model: str
    host: str
    memory: int
    last_kext: int
    moments: tuple[Moment, ...]


OLDER = Mac("older", "MacBookPro9,1", "test-older.example", 8 * GIB, 91, (
    Moment("seed-older-mac", "2015-03-02T21:14:05", 41 * DAY + 11_113, 726_412_624, 191_300_000, 1520, 34),
    Moment("seed-older-mac-clean", "2015-03-03T08:35:02", 300, 190_207_376, 190_207_376, 452, 26),
    Moment("seed-older-mac-clean-2", "2015-03-04T08:41:47", 300, 193_655_120, 193_655_120, 458, 26)))
FRESH = Mac("fresh", "MacBookAir5,2", "test-fresh.example", 4 * GIB, 72, (
    Moment("seed-fresh-mac", "2015-03-02T21:40:31", 2 * DAY + 4_211, 205_184_320, 150_900_000, 416, 30),
    Moment("seed-fresh-mac-clean", "2015-03-03T08:52:10", 300, 150_241_824, 150_241_824, 318, 26)))


def zones(mac: Mac, moment: Moment) -> list[Zone]:
    """Every zone with its clean part and what has accumulated; the sum is `moment.total` to the byte."""
    table = [(name, int(elem), int(clean), int(grown)) for name, elem, clean, grown in rows("zones-10.8-lean.txt", "|")]
    found = []
    for name, elem, clean, grown in table:
        own, boot = Random(f"{mac.label} {name}"), Random(f"{moment.name} {name}")
        shape, jitter = own.uniform(0.8, 1.25), boot.uniform(1 - JITTER, 1 + JITTER)
        held = clean / sum(row[2] for row in table) * moment.clean * shape * jitter
        held += grown / sum(row[3] for row in table) * (moment.total - moment.clean) * own.uniform(0.85, 1.15)
        found.append(zone(name, elem, max(4, round(held / elem)), own, boot, moment))
    return corrected(found, moment.total)


def zone(name: str, elem: int, count: int, own: Random, boot: Random, moment: Moment) -> Zone:
    chunk, flags = chunk_for(elem, PAGE), own.choice(("C", "C", "C", "XC", ""))
    fill, top, turnover = own.uniform(0.95, 0.99) + boot.uniform(0, 0.008), own.uniform(1.02, 1.3), own.uniform(0.3, 4) * moment.up / 3600
    inuse = max(1, int(count * fill))
    return Zone(name, elem, count * elem, inuse, int(count * top) * elem, chunk, flags, total_allocs=int(inuse * (1 + turnover)) * elem)


def corrected(found: list[Zone], total: int) -> list[Zone]:
    """Moves whole elements until the sum is `total`: most of them HFS nodes, at the end a few small ones."""
    by_name = {z.name: z for z in found}
    for name in ("HFS node", "OSNumber", "kalloc.16"):
        z, gap = by_name[name], total - sum(x.cur for x in found)
        z.cur += (gap // z.elem if name != "OSNumber" else gap % 16 // 8) * z.elem  # kalloc.16 cannot make up for odd eights
        z.max = max(z.max, z.cur)
        z.inuse = min(z.inuse, z.count - z.count // 50)
    tables = by_name["page_tables"]
    tables.inuse, tables.max, tables.max_count = tables.count, 4293389860 * KIB, 654217  # prints wrapped, as the first question shows it
    tables.total_allocs = max(tables.total_allocs, tables.used)
    assert sum(z.cur for z in found) == total and all(0 < z.inuse <= z.count for z in found)
    return found


def kexts(mac: Mac, moment: Moment) -> list[Kext]:
    """Apple's from the list of 10.8; the older Mac has more of them, and others' as well."""
    network = NETWORK if mac is OLDER and moment.total != moment.clean else ()
    known = [r for r in rows("kexts-10.8.txt") if r[1].startswith("com.apple.") and (int(r[0]) <= mac.last_kext or int(r[0]) in network)]
    kept = {int(r[0]) for r in known}
    found = [Kext(int(i), name, version, int(size, 16), linked=[] if links == "-" else [n for n in map(int, links.split(",")) if n in kept])
             for i, name, version, size, links in known]
    if mac is OLDER:
        found += [Kext(128 + n, name, version, size, linked=list(links)) for n, (name, version, size, links) in enumerate(ADDED)]
    return count_references(place(found, 0xFFFFFF7F80740000 + Random(moment.name).randrange(64) * 0x200000, Random(f"{mac.label} kexts")))


def machine(mac: Mac, moment: Moment) -> Machine:
    captured = datetime.fromisoformat(moment.at)
    m = Machine(
        name=moment.name, top_folder=f"sysdiagnose_{captured.strftime('%Y.%m.%d_%H-%M-%S')}_Mac-OS-X_{mac.model}_12F45", captured=moment.at,
        platform="macOS", model=mac.model, build="12F45", os_version="10.8.5", darwin="12.5.0", page_size=PAGE, memory=mac.memory,
        boot_time=int(captured.replace(tzinfo=timezone.utc).timestamp()) - moment.up, cpus=8 if mac is OLDER else 4, host=mac.host,
        kernel_resident=moment.kernel * MIB, zones=zones(mac, moment), kexts=kexts(mac, moment), zprint="B-wide", kextstat="K3")
    everyone = listed("processes-10.8-lean.txt", Random(f"{mac.label} processes"), PAGE, scale=mac.memory / (8 * GIB))
    running = {r[0] for r in rows("processes-10.8-lean.txt", "|")[:moment.processes]}
    m.processes = [p for p in everyone if p.name in running]
    return m


def archives() -> list[Archive]:
    missing = {"footprint": "absent", "vmStat": "absent", "taskSummary": "absent"}
    found = []
    for mac in (OLDER, FRESH):
        for m in (machine(mac, moment) for moment in mac.moments):
            found.append(Archive(m.name, m, {
                "kextstat.txt": kextstat(m), "zprint.txt": zprint(m), "sysctl.txt": logs.sysctl(m), "top.txt": top(m), "ps.txt": logs.ps(m),
                "mount.txt": logs.mount(m), "sw_vers.txt": logs.sw_vers(m), "error_log.txt": logs.error_log(m, 12)}, missing, lean=True))
    return found
